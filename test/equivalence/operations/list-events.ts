import { Temporal } from 'temporal-polyfill';
import { FIRST_DAY } from '../beginning.js';
import type { ListEvents } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { type AskGraph, calendarIdOf, type CallTool, type Equivalent, type Situation, zoneFor } from '../side.js';

/** Ids of events with a time, and of those that last whole days. */
interface Listed {
  readonly timed: readonly string[];
  readonly allDay: readonly string[];
}

/** The same from Graph; which all-day events count is certain for some, and for others a matter of the zone. */
interface Viewed extends Listed {
  readonly possiblyAllDay: readonly string[];
}

interface Page {
  readonly events: readonly { readonly id: string; readonly allDay?: true }[];
  readonly cursor?: string;
}

interface ViewedEvent {
  readonly id: string;
  readonly isAllDay: boolean;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
}

const HOUR_MS = 3_600_000;
/** An all-day event is at midnight of the zone it was made in, UTC-12 to UTC+14; seen from another it may be this far off. */
const SLACK_MS = 28 * HOUR_MS;

export const listEvents: Equivalent<ListEvents> = {
  throughServer: async (operation, call, situation) => {
    const events = await everyPage(call, argumentsOf(operation, situation));
    return {
      timed: events
        .filter(({ allDay }) => !allDay)
        .map(({ id }) => id)
        .sort(),
      allDay: events
        .filter(({ allDay }) => allDay)
        .map(({ id }) => id)
        .sort(),
    } satisfies Listed;
  },
  directly: async (operation, ask, situation) => {
    const zone = (await zoneFor(operation, ask, situation)) ?? 'UTC';
    const { from, to } = argumentsOf(operation, situation);
    const [start, end] = [instant(from, zone), instant(to, zone)];
    const exact = await view(operation, ask, situation, [start, end]);
    const wide = await view(operation, ask, situation, [start - SLACK_MS, end + SLACK_MS]);
    const allDay = wide.filter(({ isAllDay }) => isAllDay);
    return {
      timed: exact
        .filter(({ isAllDay }) => !isAllDay)
        .map(({ id }) => id)
        .sort(),
      allDay: allDay.filter((event) => overlaps(event, start + SLACK_MS, end - SLACK_MS)).map(({ id }) => id),
      possiblyAllDay: allDay.map(({ id }) => id),
    } satisfies Viewed;
  },
  assertAgree: (served, direct) => {
    const [listed, viewed] = [served as Listed, direct as Viewed];
    expect(listed.timed).toEqual(viewed.timed);
    expect(listed.allDay).toEqual(expect.arrayContaining([...viewed.allDay]));
    expect(viewed.possiblyAllDay).toEqual(expect.arrayContaining([...listed.allDay]));
  },
};

function argumentsOf({ calendar, from, hours, limit, timeZone }: ListEvents, situation: Situation) {
  const today = Temporal.PlainDateTime.from(FIRST_DAY);
  const start = today.add({ hours: from });
  return {
    from: start.toString({ smallestUnit: 'minute' }),
    to: start.add({ hours }).toString({ smallestUnit: 'minute' }),
    limit,
    timeZone,
    calendarId: calendar && calendarIdOf(calendar, situation),
  };
}

async function everyPage(call: CallTool, args: object): Promise<Page['events']> {
  const events: Page['events'][number][] = [];
  let cursor: string | undefined;
  do {
    const page: Page = await call<Page>({ ...args, cursor });
    events.push(...page.events);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return events;
}

async function view(
  { calendar }: ListEvents,
  ask: AskGraph,
  situation: Situation,
  [start, end]: readonly [number, number],
): Promise<readonly ViewedEvent[]> {
  const owner = calendar ? `/me/calendars/${calendarIdOf(calendar, situation)}` : '/me/calendar';
  const window = `startDateTime=${new Date(start).toISOString()}&endDateTime=${new Date(end).toISOString()}`;
  const path = `${owner}/calendarView?${window}&$select=id,isAllDay,start,end&$top=1000`;
  return (await ask<{ value: ViewedEvent[] }>({ path, prefer: IN_UTC })).value;
}

function overlaps({ start, end }: ViewedEvent, from: number, to: number): boolean {
  return Date.parse(`${start.dateTime}Z`) < to && Date.parse(`${end.dateTime}Z`) > from;
}

function instant(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}
