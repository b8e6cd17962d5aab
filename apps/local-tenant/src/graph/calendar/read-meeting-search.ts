import { Temporal } from 'temporal-polyfill';
import { unreadableBody, validationFailure } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import { instantOf } from '../time/zoned-time.js';
import type { Window } from './instances.js';
import { readAttendees } from './read-attendees.js';
import { readTime } from './read-event.js';
import { lowerCased, readFlag, readEnum, readCount, readList, readObject, readText } from './read-values.js';

const WEEK_MS = 7 * 86_400_000;

/** What `findMeetingTimes` is asked. */
export interface MeetingSearch {
  readonly attendees: readonly { readonly address: string; readonly type: string }[];
  readonly slots: readonly Window[];
  readonly durationMs: number;
  readonly maxCandidates: number;
  readonly organizerOptional: boolean;
  readonly withReasons: boolean;
  readonly minimumPercentage: number;
  /** Only in the organizer's working hours. */
  readonly workOnly: boolean;
}

export function readMeetingSearch(body: unknown, organizer: Mailbox, now: Date): MeetingSearch {
  const input = lowerCased(body ?? {});
  const constraint = readObject(input['timeconstraint'] ?? {}, 'microsoft.graph.timeConstraint');
  const own = organizer.user.mail.toLowerCase();
  const domain = readEnum(constraint['activityDomain'] ?? 'work', ['unknown', 'work', 'personal', 'unrestricted']);
  return {
    attendees: readAttendees(input['attendees'] ?? [])
      .map(({ emailAddress, type }) => ({ address: emailAddress.address, type }))
      .filter(({ address }) => address.toLowerCase() !== own),
    slots: readSlots(constraint['timeSlots'], now),
    durationMs: readDuration(input['meetingduration'] ?? 'PT30M'),
    maxCandidates: readCount(input['maxcandidates'] ?? 20, 1, 100),
    organizerOptional: readFlag(input['isorganizeroptional'] ?? false),
    withReasons: readFlag(input['returnsuggestionreasons'] ?? false),
    minimumPercentage: readPercentage(input['minimumattendeepercentage'] ?? 50),
    workOnly: domain === 'work' || domain === 'unknown',
  };
}

/** The coming week when no time slot is given. */
function readSlots(value: unknown, now: Date): Window[] {
  const slots = readList(value ?? [], 'microsoft.graph.timeSlot').map((slot) => {
    const { start, end } = readObject(slot, 'microsoft.graph.timeSlot');
    return { startMs: instantOf(readTime(start)), endMs: instantOf(readTime(end)) };
  });
  if (slots.some(({ startMs, endMs }) => endMs <= startMs)) throw validationFailure();
  return slots.length > 0 ? slots : [{ startMs: now.getTime(), endMs: now.getTime() + WEEK_MS }];
}

function readDuration(value: unknown): number {
  const text = readText(value);
  try {
    const ms = Temporal.Duration.from(text).total('milliseconds');
    if (ms > 0) return ms;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw unreadableBody(`Cannot convert the literal '${text}' to the expected type 'Edm.Duration'.`);
}

function readPercentage(given: unknown): number {
  const value = typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : given;
  if (typeof value !== 'number' || value < 0 || value > 100) throw validationFailure();
  return value;
}
