import { GraphError } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { completeFields } from './event-fields.js';
import { deliver } from './invitations.js';
import { ORGANIZER, type CalendarItem, type CalendarRecord, type EventFields } from './model.js';
import { joinUrlFor, withJoinBlock } from './online-meeting.js';
import type { EventInput } from './read-event.js';

/**
 * Creates an event and invites its attendees. The same `transactionId` with the same content gives the event that is
 * already there; with other content it is refused.
 */
export function createEvent(
  mailboxes: Mailboxes,
  mailbox: Mailbox,
  calendar: CalendarRecord,
  input: EventInput,
): CalendarItem {
  const fingerprint = JSON.stringify([calendar.id, input.fields]);
  const earlier = createdEarlier(mailbox, input.transactionId, fingerprint);
  if (earlier) return earlier;
  const item = newItem(mailboxes, mailbox, calendar, input);
  mailbox.items.set(item.id, item);
  if (input.transactionId !== undefined)
    mailbox.transactions.set(input.transactionId, { itemId: item.id, fingerprint });
  deliver(mailboxes, mailbox, item);
  return item;
}

function createdEarlier(
  mailbox: Mailbox,
  transactionId: string | undefined,
  fingerprint: string,
): CalendarItem | undefined {
  const known = transactionId === undefined ? undefined : mailbox.transactions.get(transactionId);
  const item = known && mailbox.items.get(known.itemId);
  if (!item) return undefined;
  if (known.fingerprint === fingerprint) return item;
  throw new GraphError(
    409,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
  );
}

function newItem(mailboxes: Mailboxes, mailbox: Mailbox, calendar: CalendarRecord, input: EventInput): CalendarItem {
  const iCalUId = mailbox.ids.nextUid();
  const now = mailboxes.now().toISOString();
  const { user } = mailbox;
  const fields = completeFields(namedAttendees(mailboxes, mailbox, input.fields));
  return {
    id: mailbox.ids.nextItemId(),
    calendarId: calendar.id,
    iCalUId,
    version: 1,
    createdAt: now,
    modifiedAt: now,
    fields: asOnlineMeeting(fields, joinUrlFor(iCalUId, user.tenantId, user.id)),
    organizer: { name: user.displayName, address: user.mail },
    isOrganizer: true,
    response: ORGANIZER,
    isCancelled: false,
    transactionId: input.transactionId ?? null,
    properties: input.properties,
    overrides: new Map(),
  };
}

/** Gives an event that is to be an online meeting its link and its block; one that is not has neither. */
export function asOnlineMeeting(fields: EventFields, joinUrl: string): EventFields {
  if (!fields.isOnlineMeeting) return { ...fields, onlineMeetingProvider: 'unknown', joinUrl: null };
  if (fields.joinUrl !== null) return fields;
  return { ...fields, onlineMeetingProvider: 'teamsForBusiness', joinUrl, body: withJoinBlock(fields.body, joinUrl) };
}

/** Attendees of the organisation by the name the directory has for them. */
export function namedAttendees(
  mailboxes: Mailboxes,
  { user }: Mailbox,
  sent: Partial<EventFields>,
): Partial<EventFields> {
  const attendees = sent.attendees?.map((attendee) => {
    const { address } = attendee.emailAddress;
    const name = mailboxes.byAddress(user.tenantId, address)?.user.displayName ?? attendee.emailAddress.name;
    return { ...attendee, emailAddress: { name, address } };
  });
  return attendees ? { ...sent, attendees } : sent;
}
