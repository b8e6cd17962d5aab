import { randomUUID } from 'node:crypto';
import type { Attendee, NewEvent } from '@app/domain';
import type { Entry, Mailbox, Meeting } from './mailbox.js';

/** Where a person of an address has their mailbox, if anywhere. */
export interface AddressBook {
  withAddress(address: string): Mailbox | undefined;
}

/** Makes an event in a mailbox and invites its attendees; the same transaction id again gives the event it made. */
export function addEvent(book: AddressBook, mailbox: Mailbox, draft: NewEvent): Entry {
  const made = mailbox.madeBy(draft.transactionId);
  if (made) return made;
  const calendar = mailbox.calendar(draft.calendarId);
  const meeting: Meeting = {
    draft,
    organizer: mailbox.owner,
    attendees: draft.attendees.map(({ address, kind }): Attendee => {
      return { name: book.withAddress(address)?.owner.displayName, address, kind, response: 'none' };
    }),
    joinUrl: draft.onlineMeeting ? `https://meeting.invalid/${randomUUID()}` : undefined,
  };
  for (const { address } of draft.attendees) invite(book.withAddress(address), meeting);
  return mailbox.add(meeting, 'organizer', calendar.id);
}

function invite(invited: Mailbox | undefined, meeting: Meeting): void {
  if (invited && invited.owner.key !== meeting.organizer.key) invited.add(meeting, 'notResponded');
}
