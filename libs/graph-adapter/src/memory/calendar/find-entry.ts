import { DomainError } from '@app/domain';
import type { Entry, Mailbox } from '../mailbox.js';
import { type Occurrence, occurrenceOn } from './occurrences.js';

export interface Found {
  readonly entry: Entry;
  /** When the id was that of one occurrence of a series. */
  readonly occurrence?: Occurrence;
}

/**
 * What an event id stands for in a mailbox.
 * @throws DomainError `not_found`, also for an id of somebody else's mailbox
 */
export function findEntry(mailbox: Mailbox, eventId: string): Found {
  const [entryId = '', date] = eventId.split('_');
  const entry = mailbox.entries.get(entryId);
  if (entry && date === undefined) return { entry };
  const occurrence = entry && date !== undefined ? occurrenceOn(entry.meeting, date) : undefined;
  if (entry && occurrence && isThere(entry, occurrence)) return { entry, occurrence };
  throw new DomainError('not_found', 'There is no such event in the calendar of the signed-in person.', {
    userAction: 'Use an id from a new list.',
  });
}

/** Whether the person still has the occurrence: who organized it loses what was cancelled, who declined it too. */
export function isThere({ occurrences, response }: Entry, { date, exception }: Occurrence): boolean {
  return occurrences.get(date) !== 'declined' && !(exception === 'removed' && response === 'organizer');
}
