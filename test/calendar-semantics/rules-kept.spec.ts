import type { PatternedRecurrence, RecurrencePattern, RecurrenceRange } from '@microsoft/microsoft-graph-types';
import fc from 'fast-check';
import { datesOf, type Recurrence } from '@app/domain';
import { graphEvent } from '../graph-adapter/samples.js';
import { toRecurrence } from '../../libs/graph-adapter/src/calendar/to-recurrence.js';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { StubbedGraph } from './stubbed-graph.js';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;
/** What Graph fills in where a kind of pattern does not use it. */
const ZEROS = { month: 0, dayOfMonth: 0, daysOfWeek: [], firstDayOfWeek: 'sunday', index: 'first' } as const;

const interval = fc.integer({ min: 1, max: 12 });
const weekdays = fc.subarray([...DAYS], { minLength: 1 });
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const month = fc.integer({ min: 1, max: 12 });
const index = fc.constantFrom(...INDEXES);
const of = (type: RecurrencePattern['type'], used: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ ...used, interval }).map((pattern) => ({ ...ZEROS, type, ...pattern }) as unknown as RecurrencePattern);

const patterns: readonly fc.Arbitrary<RecurrencePattern>[] = [
  of('daily', {}),
  of('weekly', { daysOfWeek: weekdays, firstDayOfWeek: fc.constantFrom(...DAYS) }),
  of('absoluteMonthly', { dayOfMonth }),
  of('relativeMonthly', { daysOfWeek: weekdays, index }),
  of('absoluteYearly', { dayOfMonth: fc.integer({ min: 1, max: 28 }), month }),
  of('relativeYearly', { daysOfWeek: weekdays, index, month }),
];
const ends: readonly fc.Arbitrary<Partial<RecurrenceRange>>[] = [
  fc.constant({ type: 'noEnd', endDate: '0001-01-01', numberOfOccurrences: 0 }),
  fc.constantFrom({ type: 'endDate', endDate: '2045-06-30', numberOfOccurrences: 0 } as const),
  fc
    .integer({ min: 1, max: 999 })
    .map((count) => ({ type: 'numbered', endDate: '0001-01-01', numberOfOccurrences: count })),
];
const zones = fc.constantFrom('W. Europe Standard Time', 'Europe/Berlin', 'Eastern Standard Time', 'Asia/Tokyo');

/** A rule as Graph gives it, from the first date on that it contains. */
const rules: fc.Arbitrary<PatternedRecurrence> = fc
  .record({ pattern: fc.oneof(...patterns), end: fc.oneof(...ends), recurrenceTimeZone: zones })
  .map(({ pattern, end, recurrenceTimeZone }) => {
    const range = { ...end, startDate: '2026-11-23', recurrenceTimeZone } as RecurrenceRange;
    const first = datesOf(toRecurrence({ pattern, range })).next().value;
    return { pattern, range: { ...range, startDate: first?.toString() } };
  });

describe('the rule of a series', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  const SERIES = 'GET /me/events/series';
  async function moved(recurrence: PatternedRecurrence, changes: object): Promise<PatternedRecurrence> {
    const at = (time: string) => ({ dateTime: `${recurrence.range?.startDate}T${time}:00.0000000`, timeZone: 'UTC' });
    const [start, end] = [at('12:00'), at('12:30')];
    const series = graphEvent({ id: 'series', type: 'seriesMaster', isOrganizer: true, recurrence, start, end });
    graph.will({ [SERIES]: series, 'PATCH /me/events/series': series });
    await graph.call('calendar_update_event', { eventId: 'series', scope: 'series', ...changes });
    return (graph.writes[0]?.body as { recurrence: PatternedRecurrence }).recurrence;
  }

  it('is sent back with everything that its kind uses, when only the time of day changes', async () => {
    await fc.assert(
      fc.asyncProperty(rules, async (rule) => {
        const sent = await moved(rule, { end: `${rule.range?.startDate}T12:45Z` });
        expect({ ...rule.pattern, ...sent.pattern, daysOfWeek: new Set(sent.pattern?.daysOfWeek ?? []) }).toEqual({
          ...rule.pattern,
          daysOfWeek: new Set(rule.pattern?.daysOfWeek),
        });
        expect({ ...rule.range, ...sent.range }).toEqual(rule.range);
        expect(datesIn(sent)).toEqual(datesIn(rule));
      }),
      tries(150),
    );
  });

  it('keeps the Sundays of every other week, whose weeks begin on Sunday, where they are', async () => {
    const pattern = {
      ...ZEROS,
      type: 'weekly',
      interval: 2,
      daysOfWeek: ['sunday', 'wednesday'],
    } as unknown as RecurrencePattern;
    const range = {
      type: 'numbered',
      startDate: '2026-11-22',
      numberOfOccurrences: 6,
      recurrenceTimeZone: 'UTC',
    } as const;
    const sent = await moved({ pattern, range }, { start: '2026-11-22T15:00Z' });
    expect(datesIn(sent)).toEqual(['2026-11-22', '2026-11-25', '2026-12-06', '2026-12-09', '2026-12-20', '2026-12-23']);
  });

  it('is moved by the dates of its own zone when another zone is given', async () => {
    const pattern = { ...ZEROS, type: 'weekly', interval: 1, daysOfWeek: ['monday'] } as unknown as RecurrencePattern;
    const range = { type: 'noEnd', startDate: '2026-11-23', recurrenceTimeZone: 'Asia/Tokyo' } as const;
    const sent = await moved({ pattern, range }, { start: '2026-11-22T22:00', timeZone: 'America/New_York' });
    expect(sent).toMatchObject({ pattern: { daysOfWeek: ['sunday'] }, range: { startDate: '2026-11-22' } });
  });
});

function datesIn(rule: PatternedRecurrence): string[] {
  const dates: string[] = [];
  const recurrence: Recurrence = toRecurrence(rule);
  for (const date of datesOf(recurrence)) if (dates.push(date.toString()) === 12) break;
  return dates;
}
