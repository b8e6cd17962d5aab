import { z } from 'zod';
import type { NoMeetingTime } from '../../../ports/schedule.port.js';
import { inZone } from '../../../time/local-time.js';
import type { Candidate } from '../shared/optional-attendees.js';

const availability = z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']);

/** A time at which people can meet, and who of them is free then. */
export const meetingTime = z.object({
  start: z.string(),
  end: z.string(),
  confidence: z.number().describe('Likelihood in percent that all attendees can come'),
  organizer: availability.describe('Of the signed-in person; absent if free').optional(),
  attendees: z.array(z.object({ address: z.string(), availability, optional: z.literal(true).optional() })),
});

/** Why there is no time, and how to get one. */
export const WHY_NONE: Readonly<Record<NoMeetingTime, string>> = {
  organizer_unavailable:
    'The signed-in person is never free for so long in this range. Give a longer range or fewer durationMinutes, set workingHoursOnly to false, or organizerOptional to true if they need not come.',
  attendees_unavailable:
    'There is no time at which enough attendees are free. Give a longer range or fewer durationMinutes, make people optionalAttendees, or lower minimumAttendeePercentage.',
  attendees_unknown:
    'The calendar of at least one attendee is hidden, as it is of people of other organisations. Make them optionalAttendees, or lower minimumAttendeePercentage, and ask them.',
  unknown:
    'No time was found, and Microsoft 365 does not say why. Give a longer range, or set workingHoursOnly to false.',
};

export function toMeetingTime(time: Candidate, timeZone: string): z.input<typeof meetingTime> {
  return {
    start: inZone(time.start, timeZone),
    end: inZone(time.end, timeZone),
    confidence: Math.round(time.confidence),
    organizer: time.organizer === 'free' ? undefined : time.organizer,
    attendees: [
      ...time.attendees.map(({ address, status }) => ({ address, availability: status })),
      ...time.optional.map(({ address, status }) => ({ address, availability: status, optional: true as const })),
    ],
  };
}
