import PostalMime, { type Address, type Attachment, type Email, type PostalMimeOptions } from 'postal-mime';
import type { TextOut } from './text-out.js';
import { htmlText } from './text/html.js';
import { plainText } from './text/plain.js';
import { withoutC1 } from './text/windows-1252.js';
import type { Hints } from './reader.js';
import { Unreadable } from './unreadable.js';

/** Messages within messages that are read. */
const DEEPEST = 3;
/** Attachments that are named. */
const MOST_NAMED = 100;
const OPTIONS: PostalMimeOptions = { forceRfc822Attachments: true, maxNestingDepth: 64, maxHeadersSize: 512 * 1024 };
const SEALED = /^(?:application\/(?:x-)?pkcs7-mime|application\/pgp-encrypted|application\/x-microsoft-rpmsg-message)$/;

/** A message as mail programs save it (RFC 5322): its head, its words, the names of what is attached, and messages in it. */
export async function emlText(content: Uint8Array, out: TextOut, hints: Hints): Promise<void> {
  const message = await parsed(content);
  if (message.headers.length === 0) return plainText(content, out, hints);
  await writeMessage(message, out, 1);
  if (!out.hasWords) out.note('The message has no words.');
}

async function parsed(content: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(content, OPTIONS);
  } catch {
    throw new Unreadable('The message is damaged, or made of too many parts.');
  }
}

async function writeMessage(message: Email, out: TextOut, depth: number): Promise<void> {
  out.heading(headOf(message).join('\n'));
  out.line(2);
  writeBody(message, out);
  for (const attachment of message.attachments.slice(0, MOST_NAMED)) await writeAttached(attachment, out, depth);
  if (message.attachments.length > MOST_NAMED) out.note('The message has more attachments than are named.');
}

function headOf({ subject, from, to, cc, date, attachments }: Email): string[] {
  const names = attachments.slice(0, MOST_NAMED).map(({ filename, mimeType }) => filename ?? mimeType);
  const head = [
    ['Subject', subject],
    ['From', from && named(from)],
    ['To', to?.map(named).join('; ')],
    ['Cc', cc?.map(named).join('; ')],
    ['Date', date],
    ['Attachments', names.join('; ')],
  ] as const;
  return head.flatMap(([name, value]) => (value ? [`${name}: ${withoutC1(value.replaceAll(/\s+/g, ' '))}`] : []));
}

function named({ name, address, group }: Address): string {
  if (group) return `${name}: ${group.map(named).join(', ')}`;
  return name === '' || name === address ? (address ?? '') : `${name} <${address ?? ''}>`;
}

/** The plain text where there is one, else the words of the HTML. */
function writeBody({ text = '', html = '', attachments }: Email, out: TextOut): void {
  if (text.trim() !== '') out.write(withoutC1(text.replaceAll('\r\n', '\n').trim()));
  else if (html.trim() !== '') htmlText(new TextEncoder().encode(withoutC1(html)), out, { charset: 'utf-8' });
  else if (attachments.some(({ mimeType }) => SEALED.test(mimeType))) {
    out.note('The message is encrypted, signed as a whole or protected: its body cannot be read here.');
  }
}

async function writeAttached(attachment: Attachment, out: TextOut, depth: number): Promise<void> {
  if (attachment.mimeType !== 'message/rfc822' || typeof attachment.content === 'string') return;
  if (depth >= DEEPEST) {
    out.note('Messages deeper in the message are left out.');
    return;
  }
  out.heading('Attached message');
  await writeMessage(await parsed(new Uint8Array(attachment.content)), out, depth + 1);
}
