import { validationFailure } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { save, withChange } from './change-item.js';
import { asOnlineMeeting, namedAttendees } from './create-event.js';
import { changedFields, isMoved } from './event-fields.js';
import { deliver } from './invitations.js';
import { NO_RESPONSE, type CalendarItem, type EventFields, type EventInstance } from './model.js';
import { requireOrder } from './occurrence-order.js';
import { joinUrlFor, keepsJoinBlock } from './online-meeting.js';
import type { EventInput } from './read-event.js';

/** Changes an event, a series, or one occurrence, which becomes an exception; attendees get what an organizer changes. */
export function updateEvent(mailboxes: Mailboxes, mailbox: Mailbox, instance: EventInstance, input: EventInput): void {
  const { item, occurrence } = instance;
  if (input.transactionId !== undefined && input.transactionId !== item.transactionId) throw validationFailure();
  if (occurrence !== undefined && input.fields.recurrence) throw validationFailure();
  if (occurrence !== undefined) requireOrder(instance, input.fields);
  const changed = newFields(mailboxes, mailbox, instance, input.fields);
  const next = occurrence === undefined ? wholeChanged(item, changed) : occurrenceChanged(instance, changed);
  const saved = save(mailbox, next, mailboxes.now());
  deliver(mailboxes, mailbox, saved, item);
}

function newFields(
  mailboxes: Mailboxes,
  mailbox: Mailbox,
  { item, fields }: EventInstance,
  sent: Partial<EventFields>,
): EventFields {
  const changed = askedAgain(item, fields, changedFields(fields, namedAttendees(mailboxes, mailbox, sent)));
  const lost = sent.body !== undefined && fields.joinUrl !== null && !keepsJoinBlock(sent.body, fields.joinUrl);
  const { user } = mailbox;
  const joinUrl = joinUrlFor(item.iCalUId, user.tenantId, user.id);
  return asOnlineMeeting(lost ? { ...changed, isOnlineMeeting: false } : changed, joinUrl);
}

/** The answers to another time do not count for this one. */
function askedAgain({ isOrganizer }: CalendarItem, before: EventFields, changed: EventFields): EventFields {
  if (!isOrganizer || !isMoved(changed, before)) return changed;
  const attendees = changed.attendees.map(({ type, emailAddress }) => ({ type, emailAddress, status: NO_RESPONSE }));
  return { ...changed, attendees };
}

/** A new time or rule ends the exceptions of a series. */
function wholeChanged(item: CalendarItem, fields: EventFields): CalendarItem {
  const rule = ({ start, end, recurrence }: EventFields) => JSON.stringify([start, end, recurrence]);
  const overrides = rule(fields) === rule(item.fields) ? item.overrides : new Map<string, never>();
  return { ...item, fields, overrides };
}

function occurrenceChanged(instance: EventInstance, changed: EventFields): CalendarItem {
  const names = Object.keys(changed) as (keyof EventFields)[];
  const differing = names.filter((name) => name !== 'recurrence' && changed[name] !== instance.fields[name]);
  const fields = Object.fromEntries(differing.map((name) => [name, changed[name]])) as Partial<EventFields>;
  return withChange(instance, { fields });
}
