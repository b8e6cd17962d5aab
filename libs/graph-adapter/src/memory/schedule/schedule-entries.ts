import type { EventTime, ScheduleQuery, TakenTime, TimeSlot } from '@app/domain';
import { Temporal } from 'temporal-polyfill';
import { eventsOf } from '../calendar/events-of.js';
import type { Mailbox } from '../mailbox.js';

/** What a person's default calendar has in a range. */
export function entriesOf(
  mailbox: Mailbox,
  { range, timeZone }: Omit<ScheduleQuery, 'addresses'>,
): readonly TakenTime[] {
  const { id } = mailbox.calendar(undefined);
  return [...mailbox.entries.values()]
    .filter(({ calendarId }) => calendarId === id)
    .flatMap((entry) => [...eventsOf(entry, new Date(range.end))])
    .map(({ time, showAs }) => ({ ...instants(time, timeZone), status: showAs }))
    .filter(({ start, end }) => Date.parse(start) < Date.parse(range.end) && Date.parse(end) > Date.parse(range.start));
}

function instants({ allDay, start, end }: EventTime, timeZone: string): TimeSlot {
  if (!allDay) return { start, end };
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant().toString();
  return {
    start: midnight(Temporal.PlainDate.from(start)),
    end: midnight(Temporal.PlainDate.from(end).add({ days: 1 })),
  };
}
