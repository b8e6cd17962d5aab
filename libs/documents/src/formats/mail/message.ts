import type { Address, Attachment, Email } from 'postal-mime';
import type { Hints } from '../reader.js';
import type { TextOut } from '../text-out.js';
import { decoded } from '../text/charset.js';
import { htmlText } from '../text/html.js';
import { plainText } from '../text/plain.js';
import { withoutC1 } from '../text/windows-1252.js';
import {
  bytesOf,
  isCalendar,
  isMessage,
  isReport,
  isTnef,
  isUnnamedText,
  MOST_NAMED,
  nameOf,
  writeText,
} from './attached.js';
import { type ParsedMail, parseMail, rawBody } from './source.js';

/** Messages within messages that are read. */
const DEEPEST = 3;
const SEALED = /^(?:application\/(?:x-)?pkcs7-mime|application\/pgp-encrypted|application\/x-microsoft-rpmsg-message)$/;

const TNEF =
  'Outlook sent this message as rich text (winmail.dat): its formatted body and its attachments cannot be read here.';

/** A message as mail programs save it (RFC 5322): its head, its words, the names of what is attached, and messages in it. */
export async function emlText(content: Uint8Array, out: TextOut, hints: Hints): Promise<void> {
  const mail = await parseMail(content);
  if (mail.message.headers.length === 0) return plainText(content, out, hints);
  await writeMessage(content, mail, out, 1);
  if (!out.hasWords && !isSealed(mail.message)) out.note('The message has no words.');
}

async function writeMessage(content: Uint8Array, mail: ParsedMail, out: TextOut, depth: number): Promise<void> {
  const { attachments } = mail.message;
  out.heading(headOf(mail.message).join('\n'));
  out.line(2);
  writeBody(content, mail, out);
  const invitation = hasBody(mail.message) ? attachments.find(isCalendar) : undefined;
  if (invitation) writeText(invitation, out);
  for (const attachment of attachments.slice(0, MOST_NAMED)) await writeAttached(attachment, out, depth);
  if (attachments.some(isTnef)) out.note(TNEF);
  if (attachments.length > MOST_NAMED) out.note('The message has more attachments than are named.');
}

function headOf({ subject, from, sender, replyTo, to, cc, bcc, date, attachments }: Email): string[] {
  const head = [
    ['Subject', subject],
    ['From', from && named(from)],
    ['Sender', sender && sender.address !== from?.address && named(sender)],
    ['Reply-To', replyTo?.map(named).join('; ')],
    ['To', to?.map(named).join('; ')],
    ['Cc', cc?.map(named).join('; ')],
    ['Bcc', bcc?.map(named).join('; ')],
    ['Date', date],
    ['Attachments', attachments.slice(0, MOST_NAMED).map(nameOf).join('; ')],
  ] as const;
  return head.flatMap(([name, value]) => (value ? [`${name}: ${withoutC1(value.replaceAll(/\s+/g, ' '))}`] : []));
}

function named({ name, address, group }: Address): string {
  if (group) return `${name}: ${group.map(named).join(', ')}`;
  return name === '' || name === address ? (address ?? '') : `${name} <${address ?? ''}>`;
}

/** The plain text where there is one, else the words of the HTML, else what else there is in place of them. */
function writeBody(content: Uint8Array, { message, bytes }: ParsedMail, out: TextOut): void {
  const { text = '', html = '', attachments } = message;
  if (text.trim() !== '') out.write(wordsOf(bytes ? decoded(bytes, { markup: false }, out) : withoutC1(text)));
  else if (html.trim() !== '') writeHtml(html, bytes, out);
  else if (isSealed(message)) {
    out.note('The message is encrypted, signed as a whole or protected: its body cannot be read here.');
  } else if (attachments.length === 0) out.write(wordsOf(decoded(rawBody(content), { markup: false }, out)));
  else attachments.filter(isUnnamedText).forEach((attachment) => writeText(attachment, out));
}

function writeHtml(html: string, bytes: Uint8Array | undefined, out: TextOut): void {
  if (bytes) htmlText(bytes, out, {});
  else htmlText(new TextEncoder().encode(withoutC1(html)), out, { charset: 'utf-8' });
}

function wordsOf(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** Without one, the parts that have no name stand in its place. */
function hasBody({ text = '', html = '' }: Email): boolean {
  return `${text}${html}`.trim() !== '';
}

function isSealed({ attachments }: Email): boolean {
  return attachments.some(({ mimeType }) => SEALED.test(mimeType));
}

async function writeAttached(attachment: Attachment, out: TextOut, depth: number): Promise<void> {
  if (!isMessage(attachment)) {
    if (isReport(attachment)) writeText(attachment, out);
    return;
  }
  if (depth >= DEEPEST) {
    out.note('Messages deeper in the message are left out.');
    return;
  }
  out.heading('Attached message');
  const content = bytesOf(attachment);
  await writeMessage(content, await parseMail(content), out, depth + 1);
}
