import { type Attendee, DomainError, type EventChanges, type EventVersion } from '@app/domain';
import { type AddressBook, invite, invited } from './add-event.js';
import type { Found } from './find-entry.js';
import type { Entry, Mailbox, Meeting } from '../mailbox.js';
import { assertBetweenNeighbours } from './neighbours.js';

/** Changes a meeting for everybody, or one occurrence of it; of who did not organize it only how it shows. */
export function changeEntry(book: AddressBook, { entry, occurrence }: Found, asked: EventChanges): void {
  const changes = given(asked);
  const { meeting } = entry;
  if (entry.response !== 'organizer') entry.showAs = changes.showAs ?? entry.showAs;
  else if (occurrence) changeOccurrence(meeting, occurrence.date, changes);
  else changeWhole(book, meeting, changes);
  meeting.version++;
}

/** @throws DomainError `conflict`, as Graph answers an `If-Match` of another version */
export function assertVersion({ entry }: Found, { version }: EventVersion): void {
  if (version === String(entry.meeting.version)) return;
  throw new DomainError('conflict', 'The item was changed by someone else in the meantime.', {
    userAction: 'Read it again, then decide.',
  });
}

/** Tells the attendees that a meeting, or one occurrence, does not take place. */
export function cancelForAttendees(book: AddressBook, { meeting }: Entry): void {
  for (const { address } of meeting.attendees) cancelAt(book, meeting, address);
}

/** What its organizer takes away of a series is gone for everybody. */
export function removeEntry(mailbox: Mailbox, { entry, occurrence }: Found): void {
  entry.meeting.version++;
  if (!occurrence) mailbox.entries.delete(entry.id);
  else if (entry.response === 'organizer') entry.meeting.exceptions.set(occurrence.date, 'removed');
  else entry.occurrences.set(occurrence.date, 'declined');
}

/** What is undefined stays as it is. */
function given(changes: EventChanges): EventChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function changeOccurrence(meeting: Meeting, date: string, changes: EventChanges): void {
  if (changes.time) assertBetweenNeighbours(meeting, date, changes.time);
  const before = meeting.exceptions.get(date);
  meeting.exceptions.set(date, { ...(before === 'removed' ? {} : before), ...changes });
}

/** A new time ends the exceptions of a series, and everybody is asked again. */
function changeWhole(book: AddressBook, meeting: Meeting, { attendees, ...changes }: EventChanges): void {
  const before = meeting.attendees;
  meeting.draft = { ...meeting.draft, ...changes };
  if (attendees) meeting.attendees = invited(book, attendees, before);
  if (changes.time) askAgain(book, meeting);
  const addresses = meeting.attendees.map(({ address }) => address?.toLowerCase());
  for (const { address } of meeting.attendees) invite(book.withAddress(address), meeting);
  for (const { address } of before) if (!addresses.includes(address?.toLowerCase())) cancelAt(book, meeting, address);
}

function askAgain(book: AddressBook, meeting: Meeting): void {
  meeting.exceptions = new Map();
  meeting.attendees = meeting.attendees.map(({ name, address, kind }): Attendee => ({
    name,
    address,
    kind,
    response: 'none',
  }));
  for (const { address } of meeting.attendees) {
    const entry = book.withAddress(address)?.entryOf(meeting);
    if (!entry || entry.response === 'organizer') continue;
    entry.response = 'notResponded';
    entry.occurrences = new Map();
  }
}

function cancelAt(book: AddressBook, meeting: Meeting, address: string | undefined): void {
  const entry = book.withAddress(address)?.entryOf(meeting);
  if (entry && entry.response !== 'organizer') entry.isCancelled = true;
}
