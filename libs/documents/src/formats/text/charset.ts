import { Parser } from 'htmlparser2';
import { charsetOf } from '../kinds.js';
import type { TextOut } from '../text-out.js';
import { Unreadable } from '../unreadable.js';
import { guessed } from './guess.js';
import { windows1252 } from './windows-1252.js';

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Bytes in which a document may name its own charset, and bytes by which one is guessed. */
const SNIFFED = 4_096;
/** Says nothing: programs write it over text of any charset. */
const VAGUE = /^(us-)?ascii$/i;

/** Charsets of one byte for each character: what is whole in UTF-8 is no text of theirs, whatever was said. */
const NARROW = /^(?:windows-|iso-8859-|koi8-|macintosh|x-mac-|ibm)/;

/** What is known of bytes beside themselves. */
export interface CharsetHints {
  /** By a header. */
  readonly declared?: string;
  /** Whether they may name their charset themselves (`<meta>`, XML declaration). */
  readonly markup: boolean;
}

/**
 * Bytes as text: by their mark, by what the header says, by what the document says of itself, else by a guess, of which
 * `out` is told.
 * @throws Unreadable for bytes that are no text
 */
export function decoded(content: Uint8Array, hints: CharsetHints, out: TextOut): string {
  const encoding = encodingOf(content, hints);
  const text = textIn(encoding, content, out);
  // Chinese, Japanese and the like have no zero in any encoding; what has one is no text.
  if (text.slice(0, SNIFFED).includes('\0')) throw new Unreadable('The file is not text.');
  return text;
}

function textIn(encoding: string, content: Uint8Array, out: TextOut): string {
  if (encoding === 'utf-8') return utf8OrOlder(content, out);
  const isClaim = NARROW.test(encoding) && content.some((byte) => byte > 0x7f);
  return (isClaim ? utf8(content) : undefined) ?? decode(content, encoding);
}

/** The WHATWG's name of the charset of bytes, of which the first ones are enough; UTF-8 where nothing else is known. */
export function encodingOf(content: Uint8Array, { declared, markup }: CharsetHints): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => content[index] === byte))?.[1];
  return (
    marked ?? known(declared) ?? (markup ? ownWord(content) : undefined) ?? wide(content) ?? escaped(content) ?? 'utf-8'
  );
}

/** The name that the WHATWG gives a charset, of any of its labels. */
function known(label: string | undefined): string | undefined {
  if (label === undefined || VAGUE.test(label.trim())) return undefined;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** In one of the encodings that `TextDecoder` knows. */
export function decode(content: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' ? windows1252(content) : new TextDecoder(encoding).decode(content);
}

/** What the first bytes say in `<meta>` or `<?xml encoding="…"?>`; UTF-16 cannot be meant, since they were read as ASCII. */
function ownWord(content: Uint8Array): string | undefined {
  let label: string | undefined;
  const parser = new Parser({
    onopentag: (name, { charset, content: value }) => {
      if (name === 'meta') label ??= charset ?? charsetOf(value);
    },
    onprocessinginstruction: (name, text) => {
      if (name === '?xml') label ??= /encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/.exec(text)?.[1];
    },
  });
  parser.end(Buffer.from(content.subarray(0, SNIFFED)).toString('latin1'));
  const encoding = known(label);
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** UTF-16 without a mark: every second byte of what is Latin is zero, and no other; a few Latin characters are in every text. */
function wide(content: Uint8Array): string | undefined {
  const sample = content.subarray(0, SNIFFED);
  const first = sample.indexOf(0);
  const zeros = sample.filter((byte) => byte === 0).length;
  if (
    first === -1 ||
    zeros * 20 < sample.length ||
    sample.some((byte, index) => byte === 0 && (index - first) % 2 !== 0)
  )
    return undefined;
  const encoding = first % 2 === 1 ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  return /[^\t\n\f\r\x20-\ufffc]/.test(text) ? undefined : encoding;
}

/** Japanese of seven bits, as mail programs write it: it begins and ends with escapes (RFC 1468). */
function escaped(content: Uint8Array): string | undefined {
  const start = Buffer.from(content.subarray(0, SNIFFED)).toString('latin1');
  return start.includes('\x1b$B') || start.includes('\x1b$@') ? 'iso-2022-jp' : undefined;
}

/** UTF-8 where it is; a few broken characters do not make a whole text another charset. */
function utf8OrOlder(content: Uint8Array, out: TextOut): string {
  const exact = utf8(content);
  if (exact !== undefined) return exact;
  const text = new TextDecoder('utf-8').decode(content);
  const [broken, whole] = counts(text);
  if (whole > broken) return text;
  const encoding = guessed(content);
  out.note(
    `The charset of the file is not certain: it was read as ${encoding}, so letters that are not English may be wrong.`,
  );
  return decode(content, encoding);
}

/** Undefined for what is not UTF-8 throughout. */
function utf8(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

function counts(text: string): readonly [broken: number, whole: number] {
  let [broken, whole] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return [broken, whole];
}
