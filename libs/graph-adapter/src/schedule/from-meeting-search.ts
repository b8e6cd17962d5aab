import type { MeetingSearch, TimeSlot } from '@app/domain';

/** What `findMeetingTimes` is asked, in UTC, in which no hour happens twice. */
export function fromMeetingSearch(search: MeetingSearch): object {
  return {
    attendees: search.addresses.map((address) => ({ type: 'required', emailAddress: { address } })),
    timeConstraint: {
      activityDomain: search.workingHoursOnly ? 'work' : 'unrestricted',
      timeSlots: [toTimeSlot(search.range)],
    },
    meetingDuration: `PT${search.minutes}M`,
    maxCandidates: search.limit,
    isOrganizerOptional: search.organizerOptional,
    returnSuggestionReasons: false,
    minimumAttendeePercentage: search.minimumPercentage,
  };
}

function toTimeSlot({ start, end }: TimeSlot): object {
  const utc = (instant: string) => ({ dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' });
  return { start: utc(start), end: utc(end) };
}
