import { Temporal } from 'temporal-polyfill';
import { type GraphReply, type GraphRequest, ok } from '../http/route.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import type { Resource } from '../odata/select.js';
import { atZone, toDateTimeTimeZone } from '../time/zoned-time.js';
import { type BusyTime, busyTimes, statusIn } from './free-busy.js';
import type { Window } from './instances.js';
import { type MeetingSearch, readMeetingSearch } from './read-meeting-search.js';

const STEP_MS = 30 * 60_000;
const FREE_ENOUGH = ['free', 'workingElsewhere'];

interface Suggestion {
  readonly slot: Window;
  readonly organizer: string;
  readonly attendees: readonly string[];
  readonly confidence: number;
}

interface Calendars {
  readonly organizer: readonly BusyTime[];
  readonly attendees: readonly (readonly BusyTime[] | undefined)[];
}

/** Times at which the organizer and enough attendees are free, the surest first. */
export function findMeetingTimes(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const organizer = mailboxes.of(request.caller.user);
  const search = readMeetingSearch(request.body, organizer, mailboxes.now());
  const calendars = readCalendars(mailboxes, organizer, search);
  const all = candidates(search, organizer).map((slot) => judge(calendars, slot));
  const good = all.filter((one) => isGood(one, search));
  const best = good.sort((one, other) => other.confidence - one.confidence || one.slot.startMs - other.slot.startMs);
  const zone = request.prefer.timeZone ?? 'UTC';
  return ok({
    '@odata.context': contextUrl(request.url.origin, 'microsoft.graph.meetingTimeSuggestionsResult'),
    emptySuggestionsReason: best.length > 0 ? '' : emptyReason(all, search),
    meetingTimeSuggestions: best
      .slice(0, search.maxCandidates)
      .map((one, index) => suggestionResource(one, search, index + 1, zone)),
  });
}

function candidates({ slots, durationMs, workOnly }: MeetingSearch, organizer: Mailbox): Window[] {
  return slots.flatMap(({ startMs, endMs }) => {
    const first = Math.ceil(startMs / STEP_MS) * STEP_MS;
    const count = Math.max(0, Math.floor((endMs - durationMs - first) / STEP_MS) + 1);
    const all = Array.from({ length: count }, (_, index) => {
      const from = first + index * STEP_MS;
      return { startMs: from, endMs: from + durationMs };
    });
    return workOnly ? all.filter((slot) => isInWorkingHours(slot, organizer)) : all;
  });
}

function isInWorkingHours({ startMs, endMs }: Window, { settings }: Mailbox): boolean {
  const { daysOfWeek, startTime, endTime, timeZone } = settings.workingHours;
  const [start, end] = [atZone(startMs, timeZone.name).local, atZone(endMs, timeZone.name).local];
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  if (!start.toPlainDate().equals(end.toPlainDate()) || !daysOfWeek.includes(days[start.dayOfWeek - 1] ?? ''))
    return false;
  const compare = (one: Temporal.PlainDateTime, other: string) => Temporal.PlainTime.compare(one.toPlainTime(), other);
  return compare(start, startTime) >= 0 && compare(end, endTime) <= 0;
}

/** Everybody's entries from the first slot to the last; undefined for who has no mailbox here. */
function readCalendars(mailboxes: Mailboxes, organizer: Mailbox, { attendees, slots }: MeetingSearch): Calendars {
  const startMs = Math.min(...slots.map((slot) => slot.startMs));
  const endMs = Math.max(...slots.map((slot) => slot.endMs));
  const { tenantId, timeZone } = organizer.user;
  const read = (mailbox: Mailbox) => busyTimes(mailbox, { startMs, endMs }, timeZone);
  const found = attendees.map(({ address }) => mailboxes.byAddress(tenantId, address));
  return { organizer: read(organizer), attendees: found.map((mailbox) => mailbox && read(mailbox)) };
}

function judge(calendars: Calendars, slot: Window): Suggestion {
  const attendees = calendars.attendees.map((times) => (times ? statusIn(times, slot) : 'unknown'));
  return { slot, organizer: statusIn(calendars.organizer, slot), attendees, confidence: confidenceOf(attendees) };
}

/** 49 for somebody whose calendar cannot be seen, as Graph counts it. */
function confidenceOf(attendees: readonly string[]): number {
  if (attendees.length === 0) return 100;
  const points = attendees.map((status) => (FREE_ENOUGH.includes(status) ? 100 : status === 'unknown' ? 49 : 0));
  return points.reduce<number>((sum, one) => sum + one, 0) / points.length;
}

function isGood({ organizer, confidence }: Suggestion, search: MeetingSearch): boolean {
  return (search.organizerOptional || FREE_ENOUGH.includes(organizer)) && confidence >= search.minimumPercentage;
}

function emptyReason(all: readonly Suggestion[], { organizerOptional }: MeetingSearch): string {
  const possible = all.filter(({ organizer }) => organizerOptional || FREE_ENOUGH.includes(organizer));
  if (possible.length === 0) return 'OrganizerUnavailable';
  const isUnknown = possible.some(({ attendees }) => attendees.includes('unknown'));
  return isUnknown ? 'AttendeesUnavailableOrUnknown' : 'AttendeesUnavailable';
}

function suggestionResource(one: Suggestion, search: MeetingSearch, order: number, zone: string): Resource {
  return {
    confidence: one.confidence,
    order,
    organizerAvailability: one.organizer,
    attendeeAvailability: search.attendees.map(({ address, type }, index) => ({
      availability: one.attendees[index],
      attendee: { type, emailAddress: { address } },
    })),
    locations: [],
    suggestionReason: search.withReasons
      ? 'Suggested because it is one of the nearest times when all attendees are available.'
      : null,
    meetingTimeSlot: {
      start: toDateTimeTimeZone(atZone(one.slot.startMs, zone)),
      end: toDateTimeTimeZone(atZone(one.slot.endMs, zone)),
    },
  };
}
