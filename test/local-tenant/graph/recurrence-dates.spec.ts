import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { recurrenceDates } from '../../../apps/local-tenant/src/graph/calendar/recurrence-dates.js';
import {
  DAYS,
  INDEXES,
  type Recurrence,
  type RecurrencePattern,
} from '../../../apps/local-tenant/src/graph/calendar/recurrence-model.js';

const COUNT = 12;
const CODES: Readonly<Record<string, string>> = {
  ...{ sunday: 'SU', monday: 'MO', tuesday: 'TU', wednesday: 'WE', thursday: 'TH', friday: 'FR', saturday: 'SA' },
};
const POSITIONS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/** Days after the 28th are left out: iCalendar skips short months, Outlook takes their last day. */
const patterns: fc.Arbitrary<RecurrencePattern> = fc.record({
  type: fc.constantFrom('daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly'),
  interval: fc.integer({ min: 1, max: 4 }),
  month: fc.integer({ min: 1, max: 12 }),
  dayOfMonth: fc.integer({ min: 1, max: 28 }),
  daysOfWeek: fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 }),
  firstDayOfWeek: fc.constantFrom(...DAYS),
  index: fc.constantFrom(...INDEXES),
});
const startDates = fc
  .integer({ min: 0, max: 2000 })
  .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());

describe('the dates of a series', () => {
  it('are those of the same rule in iCalendar (RFC 5545)', () => {
    fc.assert(
      fc.property(patterns, startDates, (pattern, startDate) => {
        expect(datesOf(pattern, { type: 'numbered', startDate })).toEqual(iCalendarDates(pattern, startDate));
      }),
      { numRuns: 150 },
    );
  });

  it('take the last day of months that are too short', () => {
    const pattern: RecurrencePattern = { ...monthly(31), type: 'absoluteMonthly' };
    const dates = datesOf(pattern, { type: 'numbered', startDate: '2027-01-31' }).slice(0, 4);
    expect(dates).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  it('end with the end date, which is among them', () => {
    const pattern: RecurrencePattern = { ...monthly(1), type: 'daily' };
    const dates = datesOf(pattern, { type: 'endDate', startDate: '2027-01-30', endDate: '2027-02-02' });
    expect(dates).toEqual(['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02']);
  });

  it('go on when there is no end', () => {
    const pattern: RecurrencePattern = { ...monthly(1), type: 'daily' };
    const dates = recurrenceDates(recurrence(pattern, { type: 'noEnd', startDate: '2027-01-01' }));
    let last = '';
    for (let index = 0; index < 4000; index++) last = dates.next().value ?? 'ended';
    expect(last).toBe(Temporal.PlainDate.from('2027-01-01').add({ days: 3999 }).toString());
  });
});

function datesOf(pattern: RecurrencePattern, range: Partial<Recurrence['range']>): string[] {
  return [...recurrenceDates(recurrence(pattern, range))];
}

function recurrence(pattern: RecurrencePattern, range: Partial<Recurrence['range']>): Recurrence {
  const defaults = {
    type: 'noEnd',
    startDate: '',
    endDate: '',
    recurrenceTimeZone: 'UTC',
    numberOfOccurrences: COUNT,
  } as const;
  return { pattern, range: { ...defaults, ...range } };
}

function monthly(dayOfMonth: number): RecurrencePattern {
  return {
    type: 'absoluteMonthly',
    interval: 1,
    month: 1,
    dayOfMonth,
    daysOfWeek: [],
    firstDayOfWeek: 'sunday',
    index: 'first',
  };
}

function iCalendarDates(pattern: RecurrencePattern, startDate: string): string[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${startDate.replaceAll('-', '')}T090000\nRRULE:${ruleOf(pattern)}`,
  });
  return rule.all((_, index) => index < COUNT).map((date) => date.toPlainDate().toString());
}

function ruleOf({ type, interval, month, dayOfMonth, daysOfWeek, firstDayOfWeek, index }: RecurrencePattern): string {
  const byDay = `BYDAY=${daysOfWeek.map((day) => CODES[day]).join(',')}`;
  const parts: Readonly<Record<RecurrencePattern['type'], string>> = {
    daily: 'FREQ=DAILY',
    weekly: `FREQ=WEEKLY;${byDay};WKST=${CODES[firstDayOfWeek]}`,
    absoluteMonthly: `FREQ=MONTHLY;BYMONTHDAY=${dayOfMonth}`,
    relativeMonthly: `FREQ=MONTHLY;${byDay};BYSETPOS=${POSITIONS[index]}`,
    absoluteYearly: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${dayOfMonth}`,
    relativeYearly: `FREQ=YEARLY;BYMONTH=${month};${byDay};BYSETPOS=${POSITIONS[index]}`,
  };
  return `${parts[type]};INTERVAL=${interval}`;
}
