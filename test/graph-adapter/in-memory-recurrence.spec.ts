import { type Recurrence, WEEKDAYS, WEEKS_OF_MONTH } from '@app/domain';
import fc from 'fast-check';
import { tries } from '../support/depth.js';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { openCalendar } from '../contract/in-memory.harnesses.js';
import { aNewEvent, eventsNamed } from '@app/testing';

const RANGE = ['2026-01-01T00:00:00Z', '2199-01-01T00:00:00Z'] as const;
const DAY_CODES = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};
const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;
const POSITIONS = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

const days = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 });
const week = fc.constantFrom(...WEEKS_OF_MONTH);
const month = fc.integer({ min: 1, max: 12 });
// Up to the 28th: the iCalendar rule leaves out a date that a month does not have, Graph takes the month's last.
const dayOfMonth = fc.integer({ min: 1, max: 28 });

const pattern = fc.oneof(
  fc.record({ every: fc.constant('day' as const) }),
  fc.record({ every: fc.constant('week' as const), daysOfWeek: days }),
  fc.record({ every: fc.constant('month' as const), dayOfMonth }),
  fc.record({ every: fc.constant('month' as const), weekOfMonth: week, daysOfWeek: days }),
  fc.record({ every: fc.constant('year' as const), dayOfMonth, month }),
  fc.record({ every: fc.constant('year' as const), weekOfMonth: week, daysOfWeek: days, month }),
);

const recurrences = fc
  .record({
    pattern,
    interval: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 1, max: 8 }),
    offset: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ pattern: { ...rule }, interval, count, offset }): Recurrence => {
    const from = Temporal.PlainDate.from('2026-01-01').add({ days: offset }).toString();
    return { ...rule, interval, count, from };
  });

describe('recurrences in memory', () => {
  it('fall on the dates that the iCalendar rule of the same meaning gives', async () => {
    await fc.assert(
      fc.asyncProperty(recurrences, async (recurrence) => {
        expect(await datesInMemory(recurrence)).toEqual(datesByRule(recurrence));
      }),
      tries(150),
    );
  });

  it('take the last day of a month that is too short, as Outlook does', async () => {
    const monthly = { every: 'month', interval: 1, dayOfMonth: 31, from: '2028-01-31', count: 4 } as const;
    const leapDay = { every: 'year', interval: 1, dayOfMonth: 29, month: 2, from: '2028-02-29', count: 2 } as const;
    expect(await datesInMemory(monthly)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
    expect(await datesInMemory(leapDay)).toEqual(['2028-02-29', '2029-02-28']);
  });

  it('end when a rule never meets a date', async () => {
    const never = { every: 'week', interval: 1, daysOfWeek: [], from: '2028-01-01' } as const;
    expect(await datesInMemory(never)).toEqual([]);
  });
});

async function datesInMemory(recurrence: Recurrence): Promise<string[]> {
  const harness = openCalendar();
  const event = aNewEvent(`${recurrence.from}T09:00:00`, { subject: 'series', recurrence });
  await harness.calendar.createEvent(harness.as('anna'), event);
  const events = await eventsNamed(harness, harness.as('anna'), 'series', RANGE);
  return events.map(({ time }) => time.start.slice(0, 10));
}

function datesByRule({ every, interval, count, from, daysOfWeek, weekOfMonth, dayOfMonth: day, month: m }: Recurrence) {
  const rule = new RRuleTemporal({
    freq: FREQUENCIES[every],
    interval,
    count,
    wkst: 'MO',
    dtstart: Temporal.PlainDate.from(from).toZonedDateTime({ timeZone: 'UTC', plainTime: '09:00' }),
    ...(daysOfWeek ? { byDay: daysOfWeek.map((name) => DAY_CODES[name]) } : {}),
    ...(weekOfMonth ? { bySetPos: [POSITIONS[weekOfMonth]] } : {}),
    ...(day === undefined ? {} : { byMonthDay: [day] }),
    ...(m === undefined ? {} : { byMonth: [m] }),
  });
  return rule.all().map((date) => date.toString().slice(0, 10));
}
