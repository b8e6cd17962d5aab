import type { UserCall } from '../user-call.js';
import type { ShowAs, TimeSlot } from './event-time.js';

/** Whose free and busy times are asked for, and when. */
export interface ScheduleQuery {
  readonly addresses: readonly string[];
  readonly range: TimeSlot;
  /** IANA zone; all-day events run from midnight to midnight there. */
  readonly timeZone: string;
}

/** An entry of a calendar, as others see that it takes time. */
export interface TakenTime extends TimeSlot {
  readonly status: ShowAs;
}

/** Why somebody's free and busy times are not known. */
export type UnreadableSchedule = 'unknown_address' | 'no_access' | 'too_many_entries' | 'unavailable';

export interface Schedule {
  readonly address: string;
  /** In no order; entries may overlap and reach beyond the range. */
  readonly entries: readonly TakenTime[];
  readonly unreadable?: UnreadableSchedule;
}

/** When people are free, as far as their organisation shows it to the signed-in person. */
export abstract class SchedulePort {
  /** One schedule for each address, in their order. Needs `Calendars.ReadBasic`. */
  abstract schedulesOf(user: UserCall, query: ScheduleQuery): Promise<readonly Schedule[]>;
}
