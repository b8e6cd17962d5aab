import type { Line } from './line.js';

/** As in `Robin, 4 Bealtaine 2026 ag 09:12:`, in languages that nobody listed. */
const TIME = /\d{1,2}[:.]\d{2}/;
const YEAR = /(?:19|20)\d{2}/;
const LABEL = /^[\p{L}][\p{L}\p{M} .'’-]{0,30}[:：]\s?\S/u;
const FEWEST_LABELS = 3;

/**
 * Whether own words may hold the head of a message that is quoted, in words that are not known: a line that ends with a
 * colon and has a time of a day in it, or several labels below each other, one of them of a time.
 */
export function mayQuote(lines: readonly Line[]): boolean {
  let labels: string[] = [];
  for (const { text } of lines) {
    if (/[:：]$/.test(text) && isMoment(text)) return true;
    labels = LABEL.test(text) ? [...labels.slice(1 - FEWEST_LABELS), text] : [];
    if (labels.length === FEWEST_LABELS && labels.some(isMoment)) return true;
  }
  return false;
}

/** Whether a time of a day is in it, and its year. */
export function isMoment(text: string): boolean {
  return TIME.test(text) && YEAR.test(text);
}
