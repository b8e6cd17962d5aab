import { escapeHtml, toHtml } from '../calendar/body-text.js';
import type { EmailAddress, ItemBody } from '../calendar/model.js';
import type { MailMessage } from './model.js';

/** Where Outlook's own words end and what it quotes begins. */
const HTML_MARK = /<(?:div id="appendonsend"|hr\b[^>]*>\s*<div id="divRplyFwdMsg")/i;
const TEXT_MARK = /(?:^|\r?\n)_{20,}\r?\n+From: /;

/** What is new in a message: its body up to the history it quotes (`uniqueBody`). */
export function ownWords({ contentType, content }: ItemBody): ItemBody {
  const at = content.search(contentType === 'html' ? HTML_MARK : TEXT_MARK);
  return { contentType, content: at < 0 ? content : content.slice(0, at) };
}

/** The body of a reply or forward: what was said, then the message it is about. */
export function quoting(message: MailMessage, comment = ''): ItemBody {
  const { fields, sentAt } = message;
  const lines = [
    ['From', fields.from ? [fields.from] : []],
    ['Sent', sentAt],
    ['To', fields.toRecipients],
    ['Cc', fields.ccRecipients],
    ['Subject', fields.subject],
  ] as const;
  const head = lines
    .filter(([, value]) => value.length > 0)
    .map(([name, value]) => `<b>${name}:</b> ${escapeHtml(typeof value === 'string' ? value : named(value))}<br>`);
  const content = [
    `<div>${toHtml({ contentType: 'text', content: comment })}</div>`,
    '<div id="appendonsend"></div>',
    '<hr style="display:inline-block;width:98%" tabindex="-1">',
    `<div id="divRplyFwdMsg" dir="ltr">${head.join('')}</div>`,
    `<div>${bodyOf(toHtml(fields.body))}</div>`,
  ];
  return { contentType: 'html', content: content.join('\r\n') };
}

function named(people: readonly EmailAddress[]): string {
  return people.map(({ name, address }) => `${name} <${address}>`).join('; ');
}

function bodyOf(html: string): string {
  return /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
}
