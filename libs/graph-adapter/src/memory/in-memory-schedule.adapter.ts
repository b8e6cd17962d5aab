import {
  type EventTime,
  type Schedule,
  SchedulePort,
  type ScheduleQuery,
  type TimeSlot,
  type UserCall,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { eventsOf } from './events-of.js';
import type { Mailbox } from './mailbox.js';
import { Mailboxes, tenantOf } from './mailboxes.js';
import { mustHave } from './must-have.js';

/** Free and busy times in memory; of everybody whose key names the same tenant. */
@Injectable()
export class InMemorySchedule extends SchedulePort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async schedulesOf(user: UserCall, query: ScheduleQuery): Promise<readonly Schedule[]> {
    mustHave(user, 'Calendars.ReadBasic');
    const tenant = tenantOf(this.#mailboxes.of(user));
    return query.addresses.map((address) => {
      const mailbox = this.#mailboxes.withAddress(address);
      if (!mailbox || tenantOf(mailbox) !== tenant) return { address, entries: [], unreadable: 'unavailable' };
      return { address, entries: entriesOf(mailbox, query) };
    });
  }
}

function entriesOf(mailbox: Mailbox, { range, timeZone }: ScheduleQuery): Schedule['entries'] {
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
