import type { CalendarEvent, EventQuery } from '@app/domain';
import { notShared } from '../../calendar/not-shared.js';
import { eventsBefore } from './events-of.js';
import type { Mailbox } from '../mailbox.js';
import { type Mailboxes, tenantOf } from '../mailboxes.js';

/**
 * What a reader sees of somebody else's default calendar.
 * @throws DomainError `not_allowed` when it is not shared with them
 */
export function sharedEvents(
  mailboxes: Mailboxes,
  reader: Mailbox,
  { calendarOf = '', range }: EventQuery,
): readonly CalendarEvent[] {
  const mailbox = mailboxes.withAddress(calendarOf);
  if (mailbox === reader) return eventsBefore(reader, range.end);
  const isShared = mailbox?.sharedWith.includes(reader.owner.address) && tenantOf(mailbox) === tenantOf(reader);
  if (!mailbox || !isShared) throw notShared(calendarOf);
  return eventsBefore(mailbox, range.end).map(veiled);
}

function veiled(event: CalendarEvent): CalendarEvent {
  const seen = { ...event, isOrganizer: false };
  if (!event.isPrivate) return seen;
  return { ...seen, subject: 'Private Appointment', location: undefined, isOnlineMeeting: false };
}
