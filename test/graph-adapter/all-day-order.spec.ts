import type { CalendarEvent, EventQuery } from '@app/domain';
import type { Event } from '@microsoft/microsoft-graph-types';
import fc from 'fast-check';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, json } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(2026, 10, 20);
const RANGE = { start: '2026-11-22T07:00:00Z', end: '2026-11-26T19:00:00Z' };

/** An event as a calendar keeps it: an all-day one from midnight to midnight of the zone it was made in. */
interface Kept {
  readonly from: number;
  readonly to: number;
  readonly event: Event;
}

const timed = fc.record({ hour: fc.integer({ min: 0, max: 220 }), hours: fc.integer({ min: 0, max: 40 }) });
const allDay = fc.record({
  day: fc.integer({ min: 0, max: 9 }),
  days: fc.integer({ min: 1, max: 3 }),
  offset: fc.integer({ min: -12, max: 14 }),
});
const calendars = fc.record({
  timed: fc.array(timed, { maxLength: 15 }),
  allDay: fc.array(allDay, { maxLength: 10 }),
  limit: fc.integer({ min: 1, max: 6 }),
  pageSize: fc.integer({ min: 1, max: 8 }),
});

describe('pages of a calendar whose all-day events were made in other zones', () => {
  let graph: FakeGraph;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
  });

  it('give every event once and in order, however Graph orders and cuts its answers', async () => {
    await fc.assert(
      fc.asyncProperty(calendars, async ({ timed: hours, allDay: days, limit, pageSize }) => {
        const kept = [...hours.map(toTimed), ...days.map(toAllDay)];
        graph.willAnswer(calendarView(kept, pageSize));
        const given = await everyPage({ range: RANGE, limit });
        const expected = kept.filter(({ event, from, to }) => isMeant(event, from, to)).map(({ event }) => event.id);
        const starts = given.map(({ time }) => Date.parse(time.start));
        expect(given.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      tries(60),
    );
  });

  async function everyPage(query: EventQuery): Promise<CalendarEvent[]> {
    const { calendar } = adaptersOn(graph.origin);
    const { events, next } = await calendar.listEvents(callWith('t'), query);
    expect(events.length).toBeLessThanOrEqual(query.limit);
    return next ? [...events, ...(await everyPage({ ...query, after: next }))] : [...events];
  }
});

function toTimed({ hour, hours }: { hour: number; hours: number }, index: number): Kept {
  const from = FIRST + hour * HOUR;
  const to = from + hours * HOUR;
  return { from, to, event: graphEvent({ id: `timed${index}`, start: utc(from), end: utc(to) }) };
}

function toAllDay({ day, days, offset }: { day: number; days: number; offset: number }, index: number): Kept {
  const [first, after] = [FIRST + day * DAY, FIRST + (day + days) * DAY];
  const event = graphEvent({ id: `day${index}`, isAllDay: true, start: utc(first), end: utc(after) });
  return { from: first - offset * HOUR, to: after - offset * HOUR, event };
}

function utc(instant: number) {
  return { dateTime: new Date(instant).toISOString().replace('Z', '0000'), timeZone: 'UTC' };
}

/** Graph's calendarView: what overlaps, ordered by the kept start, cut by count. */
function calendarView(kept: readonly Kept[], pageSize: number): Answer {
  return (response, request) => {
    const { origin, pathname, searchParams } = request.url;
    const [from, to] = ['startDateTime', 'endDateTime'].map((name) => Date.parse(searchParams.get(name) ?? ''));
    const found = kept.filter((one) => one.from < (to ?? 0) && one.to > (from ?? 0)).sort((a, b) => a.from - b.from);
    const skip = Number(searchParams.get('$skip') ?? 0);
    searchParams.set('$skip', String(skip + pageSize));
    const rest = found.length > skip + pageSize ? { '@odata.nextLink': `${origin}${pathname}?${searchParams}` } : {};
    const value = found.slice(skip, skip + pageSize).map(({ event }) => event);
    json(200, { value, ...rest })(response, request);
  };
}

/** An all-day event is meant when its dates touch the range in any zone, another when its time does. */
function isMeant(event: Event, from: number, to: number): boolean {
  const [start, end] = [Date.parse(RANGE.start), Date.parse(RANGE.end)];
  if (!event.isAllDay) return from < end && (to > start || (from === to && from >= start));
  const first = Date.parse(`${event.start?.dateTime?.slice(0, 10)}T00:00:00Z`);
  const after = Date.parse(`${event.end?.dateTime?.slice(0, 10)}T00:00:00Z`);
  return first - 14 * HOUR < end && after + 12 * HOUR > start;
}
