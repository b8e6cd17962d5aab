/** A rule in its parts, of which an odd one differs in some. */
export const DAILY = { type: 'daily', interval: 1 };

/** Rules that mean nothing; counting the dates of some would never end. */
export const ODD_RULES: readonly (readonly [string, Partial<Record<'pattern' | 'range', object>>])[] = [
  ['an unknown type', { pattern: { type: 'fortnightly' } }],
  ['no weekday for its weeks', { pattern: { type: 'weekly', daysOfWeek: [] } }],
  ['weekdays that are no list', { pattern: { type: 'weekly', daysOfWeek: 'monday' } }],
  ['weeks that never go on', { pattern: { type: 'weekly', interval: 0, daysOfWeek: ['monday'] } }],
  ['days that go back', { pattern: { interval: -1 } }],
  ['half a day between two', { pattern: { interval: 1.5 } }],
  ['a text for an interval', { pattern: { interval: '2' } }],
  ['more days between two than there are', { pattern: { interval: 1e12 } }],
  ['no day of the month', { pattern: { type: 'absoluteMonthly', dayOfMonth: 0 } }],
  ['a 99th of the month', { pattern: { type: 'absoluteMonthly', dayOfMonth: 99 } }],
  ['a month before January', { pattern: { type: 'absoluteYearly', dayOfMonth: 24, month: 0 } }],
  ['a 13th month', { pattern: { type: 'relativeYearly', daysOfWeek: ['monday'], month: 13 } }],
  ['no start', { range: { startDate: null } }],
  ['a start in a 13th month', { range: { startDate: '2026-13-24' } }],
  ['a placeholder for a start', { range: { startDate: '0001-01-01' } }],
  ['an end that is missing', { range: { type: 'endDate', endDate: null } }],
  ['an end that is no date', { range: { type: 'endDate', endDate: 'Friday' } }],
  ['no occurrence', { range: { type: 'numbered', numberOfOccurrences: 0 } }],
  ['a text for a number of occurrences', { range: { type: 'numbered', numberOfOccurrences: '3' } }],
];
