import { type Attendee, DomainError, type EventResponse, type ResponseStatus } from '@app/domain';
import type { Found } from './find-entry.js';
import type { Mailbox } from '../mailbox.js';

const STATUS = { accept: 'accepted', tentative: 'tentative', decline: 'declined' } as const;

/** Answers an invitation, or for one occurrence of it; an answer to one occurrence the organizer does not see. */
export function answerEntry(mailbox: Mailbox, found: Found, response: EventResponse): void {
  assertAnswerable(found, response);
  const status = STATUS[response.answer];
  answer(mailbox, found, status);
  if (response.notifyOrganizer && !found.occurrence)
    tellOrganizer(mailbox, found, { response: status, proposedTime: response.proposedTime });
}

function assertAnswerable({ entry, occurrence }: Found, { answer, proposedTime }: EventResponse): void {
  if (entry.response === 'organizer') {
    throw new DomainError('not_allowed', 'The organizer of a meeting cannot respond to it.');
  }
  if (entry.isCancelled || occurrence?.exception === 'removed') {
    throw new DomainError('not_allowed', 'This meeting was cancelled, so nobody can respond to it.');
  }
  if (proposedTime && answer === 'accept') {
    throw new DomainError('invalid_arguments', 'An acceptance cannot propose another time.');
  }
}

function answer(mailbox: Mailbox, { entry, occurrence }: Found, status: ResponseStatus): void {
  if (occurrence) entry.occurrences.set(occurrence.date, status);
  else if (status === 'declined') mailbox.entries.delete(entry.id);
  else entry.response = status;
}

type Answer = Pick<Attendee, 'response' | 'proposedTime'>;

function tellOrganizer({ owner }: Mailbox, { entry: { meeting } }: Found, answer: Answer): void {
  meeting.attendees = meeting.attendees.map((attendee) =>
    attendee.address?.toLowerCase() === owner.address.toLowerCase() ? { ...attendee, ...answer } : attendee,
  );
}
