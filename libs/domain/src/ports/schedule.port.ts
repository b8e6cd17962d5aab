import type { UserContext } from '../call/user-context.js';
import type { ShowAs, TimeSlot } from '../time/event-time.js';

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

/** When one person or room is taken. */
export interface Schedule {
  readonly address: string;
  /** In no order; entries may overlap and reach beyond the range. */
  readonly entries: readonly TakenTime[];
  readonly unreadable?: UnreadableSchedule;
  /** How many entries were left out because they could not be read. */
  readonly skipped?: number;
}

/** What meeting is looked for. Who merely may come is no part of it: Graph takes every person as required. */
export interface MeetingSearch {
  readonly addresses: readonly string[];
  readonly range: TimeSlot;
  readonly minutes: number;
  /** Only within the working hours of the signed-in person. */
  readonly workingHoursOnly: boolean;
  /** From 0 to 100; of somebody whose calendar cannot be seen, less than a half counts. */
  readonly minimumPercentage: number;
  /** Whether the signed-in person need not be free. */
  readonly organizerOptional: boolean;
  readonly limit: number;
}

/** What is known of the time of one attendee. */
export interface Availability {
  readonly address: string;
  readonly status: ShowAs;
}

/** A time at which the meeting could be. */
export interface MeetingTime extends TimeSlot {
  /** Percentage that says how likely everybody can come. */
  readonly confidence: number;
  readonly organizer: ShowAs;
  readonly attendees: readonly Availability[];
}

/** Why no time was found. */
export type NoMeetingTime = 'organizer_unavailable' | 'attendees_unavailable' | 'attendees_unknown' | 'unknown';

/** The times that were found for a meeting, or why there is none. */
export interface MeetingTimes {
  /** The surest first, of the same confidence the earliest. */
  readonly times: readonly MeetingTime[];
  readonly whyNone?: NoMeetingTime;
  /** How many were left out because they could not be read. */
  readonly skipped?: number;
}

/** When people are free, as far as their organisation shows it to the signed-in person. */
export abstract class SchedulePort {
  /** One schedule for each address, in their order. Needs `Calendars.ReadBasic`. */
  abstract schedulesOf(user: UserContext, query: ScheduleQuery): Promise<readonly Schedule[]>;

  /** Times at which the person and enough of the others are free. Needs `Calendars.Read.Shared`. */
  abstract meetingTimes(user: UserContext, search: MeetingSearch): Promise<MeetingTimes>;
}
