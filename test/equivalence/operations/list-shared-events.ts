import { Temporal } from 'temporal-polyfill';
import { FIRST_DAY } from '../beginning.js';
import type { ListSharedEvents } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { type Equivalent, type Situation, zoneFor } from '../side.js';

interface Page {
  readonly events: readonly { readonly subject: string; readonly start: string; readonly allDay?: true }[];
  readonly cursor?: string;
}

interface View {
  readonly value: readonly {
    readonly subject: string;
    readonly isAllDay: boolean;
    readonly start: { dateTime: string };
  }[];
}

/** The events with a time, as the reader sees them; which all-day ones count is compared for the own calendar. */
export const listSharedEvents: Equivalent<ListSharedEvents> = {
  throughServer: async (operation, call, situation) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Page = await call<Page>({ ...argumentsOf(operation, situation), cursor });
      const timed = page.events.filter(({ allDay }) => !allDay);
      seen.push(...timed.map(({ subject, start }) => `${new Date(start).toISOString()} ${subject}`));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return seen.sort();
  },
  directly: async (operation, ask, situation) => {
    const zone = (await zoneFor(operation, ask, situation)) ?? 'UTC';
    const { calendarOf, from, to } = argumentsOf(operation, situation);
    const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
    const window = `startDateTime=${at(from)}&endDateTime=${at(to)}&$top=1000`;
    const path = `/users/${encodeURIComponent(calendarOf)}/calendar/calendarView?${window}`;
    const { value } = await ask<View>({ path, prefer: IN_UTC });
    const timed = value.filter(({ isAllDay }) => !isAllDay);
    return timed.map(({ subject, start }) => `${new Date(`${start.dateTime}Z`).toISOString()} ${subject}`).sort();
  },
};

function argumentsOf({ owner, from, hours, limit, timeZone }: ListSharedEvents, { directory }: Situation) {
  const start = Temporal.PlainDateTime.from(FIRST_DAY).add({ hours: from });
  const local = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'minute' });
  const range = { from: local(start), to: local(start.add({ hours })) };
  return { calendarOf: directory[owner].mail, ...range, limit, timeZone };
}
