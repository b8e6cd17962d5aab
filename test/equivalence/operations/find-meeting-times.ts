import { BEGINNING_MS } from '../beginning.js';
import type { FindMeetingTimes } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { type Equivalent, type Situation, zoneFor } from '../side.js';

const HOUR_MS = 3_600_000;

interface Found {
  readonly suggestions: readonly {
    readonly start: string;
    readonly end: string;
    readonly confidence: number;
    readonly organizer?: string;
    readonly attendees: readonly { readonly address: string; readonly availability: string }[];
  }[];
}

interface Suggested {
  readonly meetingTimeSuggestions: readonly {
    readonly confidence: number;
    readonly organizerAvailability: string;
    readonly attendeeAvailability: readonly {
      readonly availability: string;
      readonly attendee: { readonly emailAddress: { readonly address: string } };
    }[];
    readonly meetingTimeSlot: { readonly start: { dateTime: string }; readonly end: { dateTime: string } };
  }[];
}

/** The same times, equally sure, with everybody equally free. */
export const findMeetingTimes: Equivalent<FindMeetingTimes> = {
  throughServer: async (operation, call, situation) => {
    const { suggestions } = await call<Found>({
      attendees: addressesOf(operation, situation),
      durationMinutes: operation.minutes,
      ...rangeOf(operation),
      timeZone: operation.timeZone,
      workingHoursOnly: operation.workingHoursOnly,
      minimumAttendeePercentage: operation.percentage,
      organizerOptional: operation.organizerOptional,
      maxSuggestions: operation.limit,
    });
    return suggestions.map(({ start, end, confidence, organizer = 'free', attendees }) => ({
      at: [Date.parse(start), Date.parse(end)],
      confidence,
      organizer,
      attendees: attendees.map(({ address, availability }) => `${address} ${availability}`),
    }));
  },
  directly: async (operation, ask, situation) => {
    await zoneFor(operation, ask, situation);
    const { from, to } = rangeOf(operation);
    const at = (instant: string) => ({ dateTime: instant, timeZone: 'UTC' });
    const activityDomain = operation.workingHoursOnly ? 'work' : 'unrestricted';
    const body = {
      attendees: addressesOf(operation, situation).map((address) => ({ emailAddress: { address } })),
      meetingDuration: `PT${operation.minutes}M`,
      timeConstraint: { activityDomain, timeSlots: [{ start: at(from), end: at(to) }] },
      minimumAttendeePercentage: operation.percentage,
      isOrganizerOptional: operation.organizerOptional,
      maxCandidates: operation.limit,
    };
    const request = { method: 'POST', path: '/me/findMeetingTimes', body, prefer: IN_UTC } as const;
    const { meetingTimeSuggestions } = await ask<Suggested>(request);
    return meetingTimeSuggestions.map((one) => ({
      at: [Date.parse(`${one.meetingTimeSlot.start.dateTime}Z`), Date.parse(`${one.meetingTimeSlot.end.dateTime}Z`)],
      confidence: Math.round(one.confidence),
      organizer: one.organizerAvailability,
      attendees: one.attendeeAvailability.map(
        ({ attendee, availability }) => `${attendee.emailAddress.address} ${availability}`,
      ),
    }));
  },
};

function rangeOf({ from, hours }: FindMeetingTimes): { from: string; to: string } {
  const start = Math.floor(BEGINNING_MS / HOUR_MS + from) * HOUR_MS;
  const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { from: instant(start), to: instant(start + hours * HOUR_MS) };
}

function addressesOf({ people }: FindMeetingTimes, { directory }: Situation): readonly string[] {
  return people.map((person) => directory[person].mail);
}
