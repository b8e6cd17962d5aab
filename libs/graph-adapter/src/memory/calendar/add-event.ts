import { randomUUID } from 'node:crypto';
import type { Attendee, EventChanges, NewEvent } from '@app/domain';
import type { Entry, Mailbox, Meeting } from '../mailbox.js';

/** Where a person of an address has their mailbox, if anywhere. */
export interface AddressBook {
  withAddress(address: string | undefined): Mailbox | undefined;
}

/** Makes an event in a mailbox and invites its attendees; the same transaction id again gives the event it made. */
export function addEvent(book: AddressBook, mailbox: Mailbox, draft: NewEvent): Entry {
  const made = mailbox.madeBy(draft.transactionId);
  if (made) return made;
  const calendar = mailbox.calendar(draft.calendarId);
  const meeting: Meeting = {
    draft,
    organizer: mailbox.owner,
    attendees: invited(book, draft.attendees),
    exceptions: new Map(),
    version: 1,
    joinUrl: draft.onlineMeeting ? `https://meeting.invalid/${randomUUID()}` : undefined,
  };
  for (const { address } of draft.attendees) invite(book.withAddress(address), meeting);
  return mailbox.add(meeting, 'organizer', calendar.id);
}

/** Attendees as the directory knows them, with the answers they have given before. */
export function invited(
  book: AddressBook,
  people: NonNullable<EventChanges['attendees']>,
  before: readonly Attendee[] = [],
): Attendee[] {
  return people.map(({ name, address, kind }) => {
    const known = before.find((attendee) => address && attendee.address?.toLowerCase() === address.toLowerCase());
    const called = book.withAddress(address)?.owner.displayName ?? name;
    return { name: called, address, kind, response: known?.response ?? 'none' };
  });
}

/** Brings a meeting into somebody's calendar, unless they have it or it is their own. */
export function invite(mailbox: Mailbox | undefined, meeting: Meeting): void {
  if (!mailbox || mailbox.owner.key === meeting.organizer.key) return;
  const known = mailbox.entryOf(meeting);
  if (known) known.isCancelled = false;
  else mailbox.add(meeting, 'notResponded');
}
