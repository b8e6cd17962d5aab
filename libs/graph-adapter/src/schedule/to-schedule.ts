import type { Schedule, TakenTime, UnreadableSchedule } from '@app/domain';
import type { FreeBusyError, ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { fromGraphEnum } from '../shared/graph-enum.js';
import { TIME_SLOT } from '../shared/shapes.js';
import { toEventTime } from '../shared/to-event-time.js';
import { readable } from '../http/readable.js';
import { fromView } from './from-view.js';
import { STATUSES } from './statuses.js';

const SHAPE = { availabilityView: 'text', scheduleItems: ['any'] } as const satisfies Shape;
const ITEM = { ...TIME_SLOT, status: 'text' } as const satisfies Shape;

const toTakenTime = documented('a taken time', ITEM, readTakenTime);
const entriesOf = documented('a schedule', SHAPE, readEntries);

/** Somebody's schedule as the domain says it; undefined where Graph gave none. `start` is where its view begins. */
export function toSchedule(address: string, start: string, schedule: ScheduleInformation | undefined): Schedule {
  if (!schedule || schedule.error) return { address, entries: [], unreadable: reasonOf(schedule?.error) };
  return entriesOf(schedule, address, start);
}

function readEntries(
  { scheduleItems, availabilityView }: ScheduleInformation,
  address: string,
  start: string,
): Schedule {
  if (!scheduleItems && !availabilityView) return { address, entries: [], unreadable: 'unavailable' };
  const { items, skipped } = readable(scheduleItems ?? [], toTakenTime);
  // Other organisations show the view alone.
  const entries = items.length > 0 ? items : fromView(availabilityView ?? '', start);
  return { address, entries, ...(skipped > 0 ? { skipped } : {}) };
}

function readTakenTime(item: ScheduleItem): TakenTime {
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
