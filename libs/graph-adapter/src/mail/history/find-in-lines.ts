import type { Line } from './line.js';
import { isMoment } from './may-quote.js';
import { FORWARD_LINES, FROM_WORDS, SUBJECT_WORDS, WROTE_WORDS } from './words-of-history.js';

/** Lines below its first one in which the head of what is quoted ends: lists of recipients may be long. */
const HEAD_LINES = 40;
/** Lines that a program breaks the one into that says who wrote. */
const BROKEN_LINES = 3;
const LABEL = /^\*{0,2}([\p{L}][\p{L}\p{M} .'’-]{0,30}?)\s?\*{0,2}\s?[:：]/u;
/** As in `On 3 May 2026, Ben wrote:`. */
const WROTE = new RegExp(WROTE_WORDS.join('|'), 'u');
const ADDRESS = /<[^<>\s]{1,200}@[^<>\s]{1,200}>/;
/** As Notes and Zoho write it: `Ben ---04.05.2026 09:12---`, `---- On 4 May 2026 Ben wrote ---`. */
const TIME_IN_DASHES = /---\s?\d[^-]{5,30}---/;
const DASHES = /^[-–—_=*]{5}/;

/** Where what is quoted begins, told by the words and lines that programs write above it; undefined where by none. */
export function findInLines(lines: readonly Line[]): number | undefined {
  for (const [index, line] of lines.entries()) {
    const at = startOfQuote(lines, index, line);
    if (at !== undefined) return at;
  }
  return undefined;
}

function startOfQuote(lines: readonly Line[], index: number, line: Line): number | undefined {
  const above = lines[index - 1];
  const rule = line.ruleAt ?? (above && isRule(above.text) ? above.start : undefined);
  if (isSeparator(line.text) || isForwardLine(line.text)) return rule ?? line.start;
  if (isHead(lines, index, rule !== undefined)) return rule ?? startOfHead(lines, index);
  if (line.text.startsWith('>')) return startOfWords(lines, index - 1, /./) ?? line.start;
  return startOfWords(lines, index, WROTE) ?? startOfSender(lines, index);
}

/** In any language: a line with when it was sent and the address of who sent it, which programs break into two. */
function startOfSender(lines: readonly Line[], end: number): number | undefined {
  const [last, above] = [lines[end], lines[end - 1]];
  if (!last || !/[:：]$/.test(last.text)) return undefined;
  if (isSender(last.text)) return last.start;
  return above && ADDRESS.test(last.text) && isSender(`${above.text} ${last.text}`) ? above.start : undefined;
}

function isSender(text: string): boolean {
  return ADDRESS.test(text) && isMoment(text);
}

/** The line that says who wrote what is below it and when, which programs break: from the line with the time on. */
function startOfWords(lines: readonly Line[], end: number, words: RegExp): number | undefined {
  if (!/[:：]$/.test(lines[end]?.text ?? '')) return undefined;
  let [text, plainStart]: [string, number | undefined] = ['', undefined];
  for (const line of lines.slice(Math.max(0, end - BROKEN_LINES + 1), end + 1).reverse()) {
    text = `${line.text} ${text}`;
    if (!words.test(text.toLowerCase())) continue;
    if (/\d/.test(text.replaceAll(/(?<!\S)\S+@\S+/g, ''))) return line.start;
    plainStart ??= words === WROTE && !/\d/.test(text) ? undefined : line.start;
  }
  return plainStart;
}

/** Some programs name the time above the sender. */
function startOfHead(lines: readonly Line[], index: number): number | undefined {
  const above = lines[index - 1];
  return above && LABEL.test(above.text) && /\d/.test(above.text) ? above.start : lines[index]?.start;
}

/** From, Sent, To and Subject: in any language below a line that is drawn, elsewhere only where two of them are known. */
function isHead(lines: readonly Line[], index: number, isBelowRule: boolean): boolean {
  const first = labelOf(lines[index]);
  if (first === undefined || !(isBelowRule || FROM_WORDS.has(first))) return false;
  const others = lines.slice(index + 1, index + HEAD_LINES).map(labelOf);
  const labels = others.filter((label) => label !== undefined);
  if (isBelowRule && labels.length >= 2) return true;
  return FROM_WORDS.has(first) && labels.some((label) => SUBJECT_WORDS.has(label));
}

/** As in `-----Original Message-----`, whatever it says. */
function isSeparator(text: string): boolean {
  if (TIME_IN_DASHES.test(text) || (/^-{3,4} /.test(text) && text.endsWith('---') && /\d/.test(text))) return true;
  return text.length < 120 && DASHES.test(text) && /[-–—_=*]{5}$/.test(text) && /\p{L}/u.test(text);
}

function isForwardLine(text: string): boolean {
  const lower = text.toLowerCase();
  return FORWARD_LINES.some((line) => lower.startsWith(line));
}

function labelOf(line: Line | undefined): string | undefined {
  return LABEL.exec(line?.text ?? '')?.[1]?.toLowerCase();
}

function isRule(text: string): boolean {
  return text.length >= 10 && /^[_-]+$/.test(text);
}
