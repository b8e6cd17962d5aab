import type { EmailAddress } from '../calendar/model.js';
import type { AttachedItem, Attachment } from '../attachments/model.js';
import { readPrefer } from '../odata/prefer.js';
import type { MailMessage } from './model.js';

/** A message as RFC 5322 and MIME write it, with the Bcc that only its sender sees left out. */
export function toMime(message: MailMessage): Buffer {
  const { fields, internetMessageId, createdAt, attachments, headers: own } = message;
  const headers = [
    `Message-ID: ${internetMessageId}`,
    `Date: ${new Date(createdAt).toUTCString()}`,
    ...(fields.from ? [`From: ${mailbox(fields.from)}`] : []),
    ...listed('To', fields.toRecipients),
    ...listed('Cc', fields.ccRecipients),
    ...listed('Reply-To', fields.replyTo),
    `Subject: ${encoded(fields.subject)}`,
    ...own.map(({ name, value }) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ];
  const text = part(
    `${fields.body.contentType === 'html' ? 'text/html' : 'text/plain'}; charset=utf-8`,
    fields.body.content,
  );
  if (attachments.length === 0) return lines([...headers, ...text]);
  const boundary = `_${internetMessageId.replace(/\W/g, '')}_`;
  const parts = [text, ...attachments.map(attached)].flatMap((one) => [`--${boundary}`, ...one]);
  return lines([...headers, `Content-Type: multipart/mixed; boundary="${boundary}"`, '', ...parts, `--${boundary}--`]);
}

function attached(attachment: Attachment): string[] {
  const name = `; filename*=UTF-8''${encodeURIComponent(attachment.name)}`;
  const disposition = `Content-Disposition: ${attachment.isInline ? 'inline' : 'attachment'}${name}`;
  if (attachment.kind === 'item') return [disposition, ...attachedItem(attachment.item)];
  const content = attachment.kind === 'file' ? attachment.content : '';
  return [disposition, ...part(attachment.contentType, content)];
}

function attachedItem({ toMime: inner, show }: AttachedItem): string[] {
  if (inner) return part('message/rfc822', inner());
  return part('application/json', JSON.stringify(show(readPrefer(undefined))));
}

function part(type: string, content: string | Buffer): string[] {
  const base64 = Buffer.from(content).toString('base64');
  return [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', ...(base64.match(/.{1,76}/g) ?? []), ''];
}

function listed(name: string, people: readonly EmailAddress[]): string[] {
  return people.length === 0 ? [] : [`${name}: ${people.map(mailbox).join(',\r\n ')}`];
}

function mailbox({ name, address }: EmailAddress): string {
  return name === '' ? `<${address}>` : `${encoded(name)} <${address}>`;
}

/** An encoded word (RFC 2047) of at most 75 characters, several for what is longer. */
function encoded(text: string): string {
  const words: string[] = [];
  for (const character of text) {
    const last = words.at(-1);
    if (last !== undefined && Buffer.byteLength(last + character) <= 42) words[words.length - 1] = last + character;
    else words.push(character);
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

function lines(all: readonly string[]): Buffer {
  return Buffer.from(all.join('\r\n'));
}
