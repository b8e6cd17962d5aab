import { quoteLine } from '../answer/quote-line.js';

const MOST_SHOWN = 60;

/** What came, in few words. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** A text of the caller on one line, quoted and cut. */
export function quoted(text: string): string {
  return quoteLine(text, MOST_SHOWN);
}
