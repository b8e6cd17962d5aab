import { DomainError } from '../../errors/domain-error.js';
import type { TimeSlot } from '../../time/event-time.js';

const MOST_DAYS = 60;

/**
 * The range, when it is one that Graph looks through at once for several people.
 * @throws DomainError `invalid_arguments`
 */
export function assertShort(range: TimeSlot): TimeSlot {
  if (Date.parse(range.end) - Date.parse(range.start) <= MOST_DAYS * 86_400_000) return range;
  throw new DomainError('invalid_arguments', `The range is longer than ${MOST_DAYS} days.`, {
    userAction: 'Ask for fewer days at once.',
  });
}
