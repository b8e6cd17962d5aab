import type { ShowAs, TimeSlot } from '../../../time/event-time.js';
import type { Availability, MeetingTime, Schedule, ScheduleQuery } from '../../../ports/schedule.port.js';
import type { ToolContext } from '../../../tool/tool.js';

/** From free to most occupied. */
const STATUSES: readonly ShowAs[] = ['free', 'workingElsewhere', 'tentative', 'unknown', 'busy', 'oof'];
const CAN_COME: readonly ShowAs[] = ['free', 'workingElsewhere'];

/** A time with those who may come beside those who should. */
export interface Candidate extends MeetingTime {
  readonly optional: readonly Availability[];
}

/**
 * The times with the people who merely may come, of the same confidence those first that suit more of them. Graph's
 * search takes whoever it is given as required, so their calendars are read beside it.
 */
export async function withOptionalAttendees(
  times: readonly MeetingTime[],
  addresses: readonly string[],
  where: Omit<ScheduleQuery, 'addresses'>,
  { schedule, user }: ToolContext,
): Promise<readonly Candidate[]> {
  if (addresses.length === 0 || times.length === 0) return times.map((time) => ({ ...time, optional: [] }));
  const schedules = await schedule.schedulesOf(user, { addresses, ...where });
  return times
    .map((time) => ({ ...time, optional: schedules.map((one) => availabilityIn(one, time)) }))
    .sort((one, other) => other.confidence - one.confidence || comingTo(other) - comingTo(one));
}

function availabilityIn({ address, entries, unreadable }: Schedule, slot: TimeSlot): Availability {
  if (unreadable) return { address, status: 'unknown' };
  const [from, to] = [Date.parse(slot.start), Date.parse(slot.end)];
  const taken = entries.filter(({ start, end }) => Date.parse(start) < to && Date.parse(end) > from);
  return { address, status: STATUSES.findLast((status) => taken.some((entry) => entry.status === status)) ?? 'free' };
}

function comingTo({ optional }: Candidate): number {
  return optional.filter(({ status }) => CAN_COME.includes(status)).length;
}
