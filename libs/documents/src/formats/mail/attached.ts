import type { Attachment } from 'postal-mime';
import type { TextOut } from '../text-out.js';
import { writeCalendar } from '../text/calendar.js';
import { decode } from '../text/charset.js';

/** Attachments that are named. */
export const MOST_NAMED = 100;

/** What is attached and is a message itself. */
export function isMessage({ mimeType, filename }: Attachment): boolean {
  return mimeType === 'message/rfc822' || mimeType === 'message/global' || /\.eml$/i.test(filename ?? '');
}

/** What mail servers and programs report about a message (RFC 3464, RFC 8098): lines of text, whatever it is about. */
export function isReport({ mimeType }: Attachment): boolean {
  return mimeType.startsWith('message/') || mimeType === 'text/rfc822-headers';
}

/** What an invitation, or an answer to one, is about: its times and its people (RFC 5545). */
export function isCalendar({ mimeType }: Attachment): boolean {
  return mimeType === 'text/calendar' || mimeType === 'application/ics';
}

/** All that Outlook sends as rich text in one part, attachments too ([MS-OXTNEF]). */
export function isTnef({ mimeType, filename }: Attachment): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(mimeType) || /^winmail\.dat$/i.test(filename ?? '');
}

/** Text that has no name is a part of the message rather than a file, as an invitation is. */
export function isUnnamedText({ mimeType, filename }: Attachment): boolean {
  return filename === null && mimeType.startsWith('text/');
}

export function nameOf({ filename, mimeType }: Attachment): string {
  return filename ?? mimeType;
}

export function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** Under a heading that names it. */
export function writeText(attachment: Attachment, out: TextOut): void {
  const text = decode(bytesOf(attachment), 'utf-8');
  out.heading(nameOf(attachment));
  if (isCalendar(attachment) && writeCalendar(text, out)) return;
  out.write(text.replaceAll('\r\n', '\n').trim());
}
