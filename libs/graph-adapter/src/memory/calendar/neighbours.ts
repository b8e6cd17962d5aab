import { datesOf, DomainError, type NewEventTime } from '@app/domain';
import type { Meeting } from '../mailbox.js';

/**
 * Outlook keeps the occurrences of a series in order: none may reach the day of another.
 * @throws DomainError `invalid_arguments`, as Graph answers `ErrorOccurrenceCrossingBoundary`
 */
export function assertBetweenNeighbours(meeting: Meeting, date: string, { start }: NewEventTime): void {
  const day = start.slice(0, 10);
  const [before, after] = neighboursOf(meeting, date);
  if ((before === undefined || day > before) && (after === undefined || day < after)) return;
  throw new DomainError('invalid_arguments', 'An occurrence cannot be moved to the day of another, or past it.');
}

/** The days of the occurrences before and after. */
function neighboursOf({ draft, exceptions }: Meeting, date: string): readonly [string | undefined, string | undefined] {
  let before: string | undefined;
  for (const candidate of draft.recurrence ? datesOf(draft.recurrence) : []) {
    const exception = exceptions.get(candidate.toString());
    if (exception === 'removed' || candidate.toString() === date) continue;
    const day = (exception?.time?.start ?? candidate.toString()).slice(0, 10);
    if (candidate.toString() > date) return [before, day];
    before = day;
  }
  return [before, undefined];
}
