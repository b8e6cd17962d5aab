import { badRequest } from '../errors.js';
import { inZone } from '../time/zoned-time.js';
import type { CalendarItem, EventFields, EventInstance } from './model.js';
import { recurrenceDates } from './recurrence-dates.js';

/**
 * Outlook keeps the occurrences of a series in order.
 * @throws GraphError when one is moved to the day of another, or past it
 */
export function requireOrder({ item, occurrence = '' }: EventInstance, { start }: Partial<EventFields>): void {
  const day = start && dayOf(item, start);
  const [before, after] = neighboursOf(item, occurrence);
  if (day === undefined || ((before ?? '') < day && day < (after ?? '9999'))) return;
  throw badRequest(
    'ErrorOccurrenceCrossingBoundary',
    'Modified occurrence is crossing or overlapping adjacent occurrence.',
  );
}

/** The days of the occurrences before and after. */
function neighboursOf(item: CalendarItem, occurrence: string): readonly [before?: string, after?: string] {
  let before: string | undefined;
  for (const date of item.fields.recurrence ? recurrenceDates(item.fields.recurrence) : []) {
    const override = item.overrides.get(date);
    if (date === occurrence || override?.kind === 'removed') continue;
    const day = override?.fields.start ? dayOf(item, override.fields.start) : date;
    if (date > occurrence) return [before, day];
    before = day;
  }
  return [before];
}

function dayOf({ fields }: CalendarItem, start: EventFields['start']): string {
  const zone = fields.recurrence?.range.recurrenceTimeZone ?? start.zone;
  const { local } = fields.isAllDay ? start : inZone(start, zone);
  return local.toPlainDate().toString();
}
