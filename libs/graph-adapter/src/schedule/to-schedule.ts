import type { Schedule, TakenTime, UnreadableSchedule } from '@app/domain';
import type { FreeBusyError, ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import { fromGraphEnum } from '../calendar/graph-enum.js';
import { toEventTime } from '../calendar/to-event-time.js';
import { STATUSES } from './statuses.js';

/** Somebody's schedule as the domain says it; undefined where Graph gave none. */
export function toSchedule(address: string, schedule: ScheduleInformation | undefined): Schedule {
  if (!schedule || schedule.error) return { address, entries: [], unreadable: reasonOf(schedule?.error) };
  return { address, entries: (schedule.scheduleItems ?? []).map(toTakenTime) };
}

function toTakenTime(item: ScheduleItem): TakenTime {
  const { start, end } = toEventTime({ start: item.start, end: item.end });
  return { start, end, status: fromGraphEnum(STATUSES, item.status, 'unknown') };
}

/** By number or name: Graph's documents have both forms of `responseCode`. */
function reasonOf(error: FreeBusyError | null | undefined): UnreadableSchedule {
  const code = error?.responseCode ?? '';
  if (/^5009$|RecipientNotFound/i.test(code)) return 'unknown_address';
  if (/NoFreeBusyAccess|AccessDenied/i.test(code)) return 'no_access';
  if (/^5006$|TooBig/i.test(code)) return 'too_many_entries';
  return 'unavailable';
}
