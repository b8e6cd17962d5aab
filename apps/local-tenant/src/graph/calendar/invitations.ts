import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { receiveInvitationMail } from './invitation-mail.js';
import { save, withException } from './change-item.js';
import {
  NO_RESPONSE,
  NOT_RESPONDED,
  type Attendee,
  type CalendarItem,
  type EventFields,
  type Override,
} from './model.js';
import { isMoved } from './event-fields.js';

/** Brings an organizer's event into the calendars of the organisation's attendees, and takes it back from former ones. */
export function deliver(mailboxes: Mailboxes, organizer: Mailbox, item: CalendarItem, before?: CalendarItem): void {
  if (!item.isOrganizer) return;
  if (!before || differs(item, before))
    mailboxes.tell('meeting', organizer.user, addressesOf(item, before), item.fields.subject);
  const invited = mailboxesOf(mailboxes, organizer, item);
  for (const mailbox of invited)
    receive(mailbox, item, mailboxes.now(), before !== undefined && isMoved(item.fields, before.fields));
  if (!before) return;
  const former = mailboxesOf(mailboxes, organizer, before).filter((mailbox) => !invited.includes(mailbox));
  for (const mailbox of former) receiveCancellation(mailbox, item.iCalUId, mailboxes.now());
}

/** Tells the organisation's attendees of a new event by mail, once. */
export function announce(mailboxes: Mailboxes, organizer: Mailbox, item: CalendarItem): void {
  for (const mailbox of mailboxesOf(mailboxes, organizer, item)) {
    const isTold = mailbox.mail.messages.some(({ meeting }) => meeting?.uid === item.iCalUId);
    if (!isTold) receiveInvitationMail(mailbox, item, mailboxes.now());
  }
}

/** Brings a meeting to people of the organisation who were invited to it later, and tells them by mail. */
export function deliverLater(mailboxes: Mailboxes, mailbox: Mailbox, item: CalendarItem): void {
  receive(mailbox, item, mailboxes.now(), false);
  receiveInvitationMail(mailbox, item, mailboxes.now());
}

/** Tells attendees that the event, or one date of it, does not take place. */
export function deliverCancellation(mailboxes: Mailboxes, organizer: Mailbox, item: CalendarItem, date?: string): void {
  mailboxes.tell('meeting', organizer.user, addressesOf(item), `Canceled: ${item.fields.subject}`);
  for (const mailbox of mailboxesOf(mailboxes, organizer, item)) {
    receiveCancellation(mailbox, item.iCalUId, mailboxes.now(), date);
  }
}

function mailboxesOf(mailboxes: Mailboxes, organizer: Mailbox, item: CalendarItem): Mailbox[] {
  const found = addressesOf(item).map((address) => mailboxes.byAddress(organizer.user.tenantId, address));
  return [...new Set(found)].filter((mailbox) => mailbox !== undefined).filter((mailbox) => mailbox !== organizer);
}

/** What only the organizer sees. */
const OWN_FIELDS = ['isReminderOn', 'reminderMinutesBeforeStart', 'categories', 'showAs'];

function differs(item: CalendarItem, before: CalendarItem): boolean {
  const seen = ({ fields, overrides }: CalendarItem) =>
    JSON.stringify([fields, [...overrides]], (key, value: unknown) => (OWN_FIELDS.includes(key) ? undefined : value));
  return seen(item) !== seen(before);
}

/** Everybody who is or was invited. */
function addressesOf(...items: readonly (CalendarItem | undefined)[]): readonly string[] {
  return [...new Set(items.flatMap((item) => (item ? invitedTo(item) : [])))];
}

function invitedTo({ fields, overrides }: CalendarItem): readonly string[] {
  const exceptions = [...overrides.values()].flatMap((one) =>
    one.kind === 'exception' ? (one.fields.attendees ?? []) : [],
  );
  return [...fields.attendees, ...exceptions].map(({ emailAddress }) => emailAddress.address);
}

function receive(mailbox: Mailbox, sent: CalendarItem, now: Date, moved: boolean): void {
  const known = mailbox.itemByUid(sent.iCalUId);
  const kept = known !== undefined && !moved && !known.isCancelled ? known : undefined;
  const copy: CalendarItem = {
    ...sent,
    id: known?.id ?? mailbox.ids.nextItemId(),
    calendarId: known?.calendarId ?? mailbox.defaultCalendar.id,
    version: known?.version ?? 0,
    createdAt: known?.createdAt ?? now.toISOString(),
    isOrganizer: false,
    response: kept?.response ?? NOT_RESPONDED,
    transactionId: null,
    properties: [],
    fields: receivedFields(sent.fields, known?.fields, kept?.fields),
    overrides: receivedOverrides(sent, kept),
  };
  save(mailbox, copy, now);
}

function receivedFields(sent: EventFields, known?: EventFields, kept?: EventFields): EventFields {
  return {
    ...sent,
    attendees: sent.attendees.map(withoutAnswer),
    showAs: kept?.showAs ?? (sent.showAs === 'free' ? 'free' : 'tentative'),
    categories: known?.categories ?? [],
    isReminderOn: known?.isReminderOn ?? sent.isReminderOn,
    reminderMinutesBeforeStart: known?.reminderMinutesBeforeStart ?? sent.reminderMinutesBeforeStart,
  };
}

/** Exceptions as the organizer made them; what the attendee declined or answered for one date stays so. */
function receivedOverrides(sent: CalendarItem, kept?: CalendarItem): ReadonlyMap<string, Override> {
  const received = [...sent.overrides].map(([date, override]): [string, Override] => [
    date,
    override.kind === 'removed'
      ? (kept?.overrides.get(date) ?? override)
      : receivedException(override, kept?.overrides.get(date)),
  ]);
  return new Map([...(kept?.overrides ?? []), ...received]);
}

function receivedException(sent: Override & { kind: 'exception' }, kept?: Override): Override {
  if (kept?.kind === 'removed') return kept;
  const { attendees, ...fields } = sent.fields;
  return {
    kind: 'exception',
    fields: { ...fields, ...(attendees ? { attendees: attendees.map(withoutAnswer) } : {}) },
    response: kept?.response,
    isCancelled: sent.isCancelled,
  };
}

function receiveCancellation(mailbox: Mailbox, iCalUId: string, now: Date, date?: string): void {
  const copy = mailbox.itemByUid(iCalUId);
  if (!copy || copy.overrides.get(date ?? '')?.kind === 'removed') return;
  const fields = { subject: `Canceled: ${copy.fields.subject}`, showAs: 'free' };
  const cancelled =
    date === undefined
      ? { ...copy, isCancelled: true, fields: { ...copy.fields, ...fields } }
      : withException(copy, date, { fields, isCancelled: true });
  save(mailbox, cancelled, now);
}

/** Others' answers are the organizer's to see. */
function withoutAnswer({ type, emailAddress }: Attendee): Attendee {
  return { type, emailAddress, status: NO_RESPONSE };
}
