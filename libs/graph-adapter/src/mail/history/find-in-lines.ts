import type { Line } from './line.js';
import { FORWARD_LINES, FROM_WORDS, SUBJECT_WORDS, WROTE_WORDS } from './words-of-history.js';

/** Lines below its first one in which the head of what is quoted ends. */
const HEAD_LINES = 8;
const LABEL = /^\*{0,2}([\p{L}][\p{L}\p{M} .'’-]{0,30}?)\s?\*{0,2}\s?[:：]/u;
const DASHES = /^[-–—_]{5}/;

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
  if (isHead(lines.slice(index, index + HEAD_LINES), rule !== undefined)) return rule ?? line.start;
  if (isAttribution(line.text)) return line.start;
  if (above && isAttribution(`${above.text} ${line.text}`)) return above.start;
  if (!line.text.startsWith('>')) return undefined;
  return above && /[:：]$/.test(above.text) ? above.start : line.start;
}

/** From, Sent, To and Subject: in any language below a line that is drawn, elsewhere only where two of them are known. */
function isHead(lines: readonly Line[], isBelowRule: boolean): boolean {
  const [first, ...others] = lines.map(({ text }) => LABEL.exec(text)?.[1]?.toLowerCase());
  if (first === undefined) return false;
  const labels = others.filter((label) => label !== undefined);
  if (isBelowRule && labels.length >= 2) return true;
  return FROM_WORDS.has(first) && labels.some((label) => SUBJECT_WORDS.has(label));
}

/** As in `-----Original Message-----`, whatever it says. */
function isSeparator(text: string): boolean {
  return text.length < 120 && DASHES.test(text) && /[-–—_]{5}$/.test(text) && /\p{L}/u.test(text);
}

function isForwardLine(text: string): boolean {
  const lower = text.toLowerCase();
  return FORWARD_LINES.some((line) => lower.startsWith(line));
}

/** As in `On 3 May 2026, Ben wrote:`. */
function isAttribution(text: string): boolean {
  if (!/[:：]$/.test(text) || !/\d/.test(text)) return false;
  const lower = text.toLowerCase();
  return WROTE_WORDS.some((word) => lower.includes(word));
}

function isRule(text: string): boolean {
  return text.length >= 10 && /^[_-]+$/.test(text);
}
