import { shortText } from '../text/cut.js';

/** Characters of a name, a subject or another text of one line that are shown. */
const MAX_LINE = 1_000;

/**
 * Control characters that JSON leaves as they are, line separators, marks of direction, and what has no width: spaces,
 * joiners of words, tags and selectors in which text can be hidden. Joiners of letters stay, as names and emoji have them.
 */
const UNSEEN =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;

/**
 * A text that other people may have written, as one quoted line: for every sentence of ours that repeats it. Line
 * ends, quotes and what cannot be seen are escaped as in JSON; what is longer than `max` characters is cut.
 */
export function quoteLine(text: string, max = MAX_LINE): string {
  return JSON.stringify(shortText(text, max).toWellFormed()).replace(UNSEEN, escaped);
}

/** Several of them, with commas. */
export function quoteLines(texts: readonly string[]): string {
  return texts.map((text) => quoteLine(text)).join(', ');
}

/** A sentence of ours on one line, whatever it repeats. */
export function onOneLine(sentence: string): string {
  return sentence.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
