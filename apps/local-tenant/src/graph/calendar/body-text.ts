import type { ItemBody } from './model.js';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The body in the wanted kind; HTML goes out as a whole document, as Exchange keeps it. */
export function renderBody(body: ItemBody, wanted: 'html' | 'text'): ItemBody {
  if (wanted === 'text') return { contentType: 'text', content: toText(body) };
  return { contentType: 'html', content: body.content === '' ? '' : document(toHtml(body)) };
}

/** The first 255 characters, without markup. */
export function previewOf(body: ItemBody): string {
  return toText(body).slice(0, 255);
}

/** A fragment of HTML. */
export function toHtml({ contentType, content }: ItemBody): string {
  if (contentType === 'html') return content;
  return escapeHtml(content).replaceAll(/\r?\n/g, '<br>\r\n');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function toText({ contentType, content }: ItemBody): string {
  if (contentType === 'text') return content.replaceAll(/\r?\n/g, '\r\n');
  return content
    .replaceAll(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi, '\n')
    .replaceAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gi, '$2<$1>')
    .replaceAll(/<(?!https?:)[^>]*>/g, '')
    .replaceAll(/&(#?\w+);/g, decode)
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .replaceAll('\n', '\r\n');
}

function decode(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function document(html: string): string {
  if (/<html\b/i.test(html)) return html;
  const head = '<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>';
  return `<html>\r\n${head}\r\n<body>\r\n${html}\r\n</body>\r\n</html>\r\n`;
}
