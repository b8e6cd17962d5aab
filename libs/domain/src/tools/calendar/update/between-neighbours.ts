import { DomainError } from '../../../errors/domain-error.js';
import type { EventDetails } from '../../../ports/calendar.port.js';
import type { EventTime, NewEventTime } from '../../../time/event-time.js';
import { instantsOf } from '../../../time/instants-of.js';
import { inZone } from '../../../time/local-time.js';
import { toRange } from '../../../time/range.js';
import type { ToolContext } from '../../../tool/tool.js';

/**
 * Outlook keeps the occurrences of a series in order: none may reach the day of another. Asked before anything is
 * written, so that a dry run says the same.
 * @throws DomainError `invalid_arguments`
 */
export async function assertBetweenNeighbours(
  { id, kind, seriesId, time, originalTimeZone }: EventDetails,
  moved: NewEventTime | undefined,
  { calendar, user }: ToolContext,
): Promise<void> {
  if (!moved || seriesId === undefined || (kind !== 'occurrence' && kind !== 'exception')) return;
  const zone = originalTimeZone ?? moved.timeZone;
  const [was, day] = [dayOf(time, zone), dayOf(instantsOf(moved), zone)];
  if (was === day) return;
  const [first = was, last = day] = [was, day].sort();
  const { events } = await calendar.listOccurrences(user, seriesId, { range: toRange(first, last, zone), limit: 50 });
  const days = events.filter((event) => event.id !== id).map((event) => dayOf(event.time, zone));
  const other = days.find((one) => one !== was && one >= first && one <= last);
  if (other === undefined) return;
  throw new DomainError(
    'invalid_arguments',
    `An occurrence cannot be moved to the day of another occurrence of its series (${other}), or past it.`,
    {
      userAction: 'Choose a day between its neighbours, or cancel this occurrence and create an event of its own.',
    },
  );
}

function dayOf({ allDay, start }: EventTime, timeZone: string): string {
  return allDay ? start : inZone(start, timeZone).slice(0, 10);
}
