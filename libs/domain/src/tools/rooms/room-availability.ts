import type { TimeSlot } from '../../time/event-time.js';
import type { Room } from '../../ports/places.port.js';
import type { Schedule } from '../../ports/schedule.port.js';
import type { ToolContext } from '../../tool/tool.js';
import { busyTimes } from '../shared/busy-times.js';

/** So many Graph tells of at once. */
const AT_ONCE = 20;
/** So many are looked at in one call. */
const MOST_ROOMS = 100;

/** A room, and whether it is free all the time that was asked for; absent where that was not asked or is not known. */
export interface RatedRoom extends Room {
  readonly free?: boolean;
}

export interface Window {
  readonly range: TimeSlot;
  readonly timeZone: string;
}

/** The first of the rooms, free ones before others; looks on until enough are free. */
export async function withAvailability(
  rooms: readonly Room[],
  limit: number,
  window: Window | undefined,
  context: ToolContext,
): Promise<{ readonly rooms: readonly RatedRoom[]; readonly notes: readonly string[] }> {
  if (!window) return { rooms: rooms.slice(0, limit), notes: [] };
  const rated: RatedRoom[] = [];
  while (rated.length < Math.min(rooms.length, MOST_ROOMS) && rated.filter(({ free }) => free).length < limit) {
    rated.push(...(await rate(rooms.slice(rated.length, rated.length + AT_ONCE), window, context)));
  }
  const rank = ({ free }: RatedRoom) => (free === undefined ? 1 : free ? 0 : 2);
  const best = [...rated].sort((one, other) => rank(one) - rank(other)).slice(0, limit);
  const wereEnough = best.every(({ free }) => free) || rated.length >= rooms.length;
  return { rooms: best, notes: wereEnough ? [] : [`Only the ${rated.length} smallest rooms were looked at.`] };
}

async function rate(
  rooms: readonly Room[],
  { range, timeZone }: Window,
  { schedule, user }: ToolContext,
): Promise<readonly RatedRoom[]> {
  const addresses = rooms.map(({ address }) => address);
  const schedules = await schedule.schedulesOf(user, { addresses, range, timeZone });
  return rooms.map((room, index) => ({ ...room, free: isFree(schedules[index], range) }));
}

function isFree(schedule: Schedule | undefined, range: TimeSlot): boolean | undefined {
  if (!schedule || schedule.unreadable) return undefined;
  return busyTimes(schedule.entries, range).length === 0;
}
