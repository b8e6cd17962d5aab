import { Temporal } from 'temporal-polyfill';
import { unreadable } from '../http/unreadable.js';

/** Years that a calendar can mean; others are placeholders, as `0001-01-01` is. */
const [FIRST_YEAR, LAST_YEAR] = [1601, 4500];

/**
 * A whole number of a rule.
 * @throws DomainError `temporarily_unavailable` for anything else: counting by it could go on for ever
 */
export function wholeNumber(value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw unreadable(`a recurrence with a number that is not from ${least} to ${most}`);
}

/**
 * A date of a rule, `2026-11-23`.
 * @throws DomainError `temporarily_unavailable` for anything else
 */
export function ruleDate(value: unknown): string {
  const text = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
  try {
    const { year } = Temporal.PlainDate.from(text, { overflow: 'reject' });
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return text;
  } catch {
    // Not a date at all.
  }
  throw unreadable('a recurrence with a date that is none');
}
