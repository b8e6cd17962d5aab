import { DomainError } from '../../../errors/domain-error.js';
import type { TimeSlot } from '../../../time/event-time.js';
import { toRange } from '../../../time/range.js';

/** Graph's view reaches over 1,825 days; a few are kept for what adapters read beside the range. */
const MOST_DAYS = 1_820;

/**
 * The range of a list of events.
 * @throws DomainError `invalid_arguments`, also where it is longer than a view of Graph
 */
export function toViewRange(from: string, to: string, timeZone: string): TimeSlot {
  const range = toRange(from, to, timeZone);
  if (Date.parse(range.end) - Date.parse(range.start) <= MOST_DAYS * 86_400_000) return range;
  throw new DomainError(
    'invalid_arguments',
    `The range is longer than ${MOST_DAYS} days, which is almost five years.`,
    {
      userAction: 'Give a "to" that is nearer to "from", and ask again from there.',
    },
  );
}
