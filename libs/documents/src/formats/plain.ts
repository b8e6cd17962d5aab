import { Unreadable } from './unreadable.js';

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Unicode by its mark, else UTF-8, else what Windows wrote before it. */
export function plainText(content: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => content[index] === byte));
  if (marked) return new TextDecoder(marked[1]).decode(content);
  if (content.subarray(0, 8_192).includes(0)) throw new Unreadable('The file is not text.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** The words of a page: no scripts, no styles, blocks as lines. */
export function htmlText(content: Uint8Array): string {
  return plainText(content)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/table)\b[^>]*>/gi, '\n')
    .replace(/<\/t[dh]\b[^>]*>/gi, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|lt|gt|quot|apos|amp|#\d{1,7}|#x[0-9a-f]{1,6});/gi, (_, name: string) =>
      character(name.toLowerCase()),
    )
    .replace(/[ \t]*\n\s*\n\s*/g, '\n\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function character(name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? '';
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
