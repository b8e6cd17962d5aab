import { isUtf8 } from 'node:buffer';
import PostalMime, { type Email, type PostalMimeOptions } from 'postal-mime';
import { charsetOf } from '../kinds.js';
import { decode, encodingOf } from '../text/charset.js';
import { guessed } from '../text/guess.js';
import { bytesOfWindows1252 } from '../text/windows-1252.js';
import { Unreadable } from '../unreadable.js';

const OPTIONS: PostalMimeOptions = { forceRfc822Attachments: true, maxNestingDepth: 64, maxHeadersSize: 512 * 1024 };
const MARK = [0xef, 0xbb, 0xbf];
const [LINE_FEED, RETURN] = [0x0a, 0x0d];
/** Stands where bytes were no UTF-8. */
const BROKEN = '\ufffd';

/** A message, and bytes of its body that name no charset and are not UTF-8. */
export interface ParsedMail {
  readonly message: Email;
  readonly bytes?: Uint8Array;
}

/**
 * A message as mail programs save it. Its head may be in another charset than UTF-8, as old programs write it.
 * @throws Unreadable
 */
export async function parseMail(content: Uint8Array): Promise<ParsedMail> {
  const source = withUtf8Head(content);
  const message = await parsed(source);
  const said = message.text ?? message.html ?? '';
  const type = message.headers.find(({ key }) => key === 'content-type')?.value ?? 'text/plain';
  if (!said.includes(BROKEN) || charsetOf(type) !== undefined || !type.startsWith('text/')) return { message };
  // The first of two headers counts, and every byte is a character of this charset.
  const named = Buffer.concat([Buffer.from(`Content-Type: ${type}; charset=windows-1252\r\n`), source]);
  const { text, html } = await parsed(named);
  return { message, bytes: bytesOfWindows1252(text ?? html ?? '') };
}

/** What is below the head, as it stands there. */
export function rawBody(content: Uint8Array): Uint8Array {
  return content.subarray(endOfHead(content));
}

async function parsed(source: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(source, OPTIONS);
  } catch {
    throw new Unreadable('The message is damaged, or made of too many parts.');
  }
}

/** Without a byte-order mark, and with a head in UTF-8. */
function withUtf8Head(content: Uint8Array): Uint8Array {
  const marked = MARK.every((byte, index) => content[index] === byte);
  const source = marked ? content.subarray(MARK.length) : content;
  const end = endOfHead(source);
  const head = source.subarray(0, end);
  if (isUtf8(head)) return source;
  const declared = charsetOf(Buffer.from(head).toString('latin1'));
  const encoding = encodingOf(head, { declared, markup: false });
  const text = decode(head, encoding === 'utf-8' ? guessed(head) : encoding);
  return Buffer.concat([Buffer.from(text), source.subarray(end)]);
}

/** Where the first empty line ends; the end of the content where there is none. */
function endOfHead(content: Uint8Array): number {
  for (let at = content.indexOf(LINE_FEED); at >= 0; at = content.indexOf(LINE_FEED, at + 1)) {
    const next = content[at + 1] === RETURN ? at + 2 : at + 1;
    if (content[next] === LINE_FEED) return next + 1;
  }
  return content.length;
}
