import type { Schedule, TakenTime, UnreadableSchedule } from '@app/domain';
import type { FreeBusyError, ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import { fromGraphEnum } from '../shared/graph-enum.js';
import { toEventTime } from '../shared/to-event-time.js';
import { readable } from '../http/readable.js';
import { fromView } from './from-view.js';
import { STATUSES } from './statuses.js';

/** Somebody's schedule as the domain says it; undefined where Graph gave none. `start` is where its view begins. */
export function toSchedule(address: string, start: string, schedule: ScheduleInformation | undefined): Schedule {
  if (!schedule || schedule.error) return { address, entries: [], unreadable: reasonOf(schedule?.error) };
  const { scheduleItems, availabilityView } = schedule;
  if (!scheduleItems && !availabilityView) return { address, entries: [], unreadable: 'unavailable' };
  const { items, skipped } = readable(scheduleItems ?? [], toTakenTime);
  // Other organisations show the view alone.
  const entries = items.length > 0 ? items : fromView(availabilityView ?? '', start);
  return { address, entries, ...(skipped > 0 ? { skipped } : {}) };
}

function toTakenTime(item: ScheduleItem): TakenTime {
  const { start, end } = toEventTime({ start: item.start, end: item.end });
  return { start, end, status: fromGraphEnum(STATUSES, item.status, 'unknown') };
}

/** By number or name: Graph's documents have both forms of `responseCode`. */
function reasonOf(error: FreeBusyError | null | undefined): UnreadableSchedule {
  const code = String(error?.responseCode ?? '');
  if (/^5009$|RecipientNotFound/i.test(code)) return 'unknown_address';
  if (/NoFreeBusyAccess|AccessDenied/i.test(code)) return 'no_access';
  if (/^5006$|TooBig/i.test(code)) return 'too_many_entries';
  return 'unavailable';
}
