import { z } from 'zod';
import { DomainError } from '../../../errors/domain-error.js';
import type { EventDetails } from '../../../ports/calendar.port.js';

/** What of a recurring event is meant; never guessed. */
export const scopeInput = z
  .enum(['occurrence', 'series'])
  .describe('Required for a recurring event: this occurrence or the whole series')
  .optional();

/**
 * The id that the scope means.
 * @throws DomainError `invalid_arguments` when a recurring event is named without a scope
 */
export function targetOf({ id, kind, seriesId }: EventDetails, scope: z.output<typeof scopeInput>): string {
  if (kind === 'single') return id;
  if (scope === undefined) {
    throw new DomainError('invalid_arguments', 'This event recurs, and "scope" is missing.', {
      userAction:
        'Ask whether this occurrence or the whole series is meant, then set scope to "occurrence" or "series".',
    });
  }
  if (scope === 'series') return seriesId ?? id;
  if (kind !== 'series') return id;
  throw new DomainError('invalid_arguments', 'This id is the series, not one occurrence.', {
    userAction:
      'Take the id of the occurrence from calendar_list_events or calendar_list_occurrences, or set scope to "series".',
  });
}
