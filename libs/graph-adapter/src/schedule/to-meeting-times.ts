import type { Availability, MeetingTime, MeetingTimes, NoMeetingTime, ShowAs } from '@app/domain';
import type {
  AttendeeAvailability,
  MeetingTimeSuggestion,
  MeetingTimeSuggestionsResult,
} from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { fromGraphEnum } from '../shared/graph-enum.js';
import { RECIPIENT, TIME_SLOT } from '../shared/shapes.js';
import { toEventTime } from '../shared/to-event-time.js';
import { readable } from '../http/readable.js';
import { STATUSES } from './statuses.js';

const REASONS: Readonly<Record<string, NoMeetingTime>> = {
  organizerunavailable: 'organizer_unavailable',
  attendeesunavailable: 'attendees_unavailable',
  attendeesunavailableorunknown: 'attendees_unknown',
};

const ANSWER = { meetingTimeSuggestions: ['any'], emptySuggestionsReason: 'text' } as const satisfies Shape;
const SUGGESTION = {
  meetingTimeSlot: TIME_SLOT,
  confidence: 'number',
  organizerAvailability: 'text',
  attendeeAvailability: [{ attendee: RECIPIENT, availability: 'text' }],
} as const satisfies Shape;

const toMeetingTime = documented('a suggestion', SUGGESTION, readMeetingTime);

/** What `findMeetingTimes` answers, as the domain says it. */
export const toMeetingTimes = documented('suggestions', ANSWER, readMeetingTimes);

function readMeetingTimes(answer: MeetingTimeSuggestionsResult): MeetingTimes {
  const { items: times, skipped } = readable(answer.meetingTimeSuggestions ?? [], toMeetingTime);
  const odd = skipped > 0 ? { skipped } : {};
  if (times.length > 0) return { times, ...odd };
  return { times, whyNone: fromGraphEnum(REASONS, answer.emptySuggestionsReason, 'unknown'), ...odd };
}

function readMeetingTime(suggestion: MeetingTimeSuggestion): MeetingTime {
  const { start, end } = toEventTime({ ...suggestion.meetingTimeSlot });
  return {
    start,
    end,
    confidence: suggestion.confidence ?? 0,
    organizer: toStatus(suggestion.organizerAvailability),
    attendees: (suggestion.attendeeAvailability ?? []).flatMap(toAvailability),
  };
}

function toAvailability(of: AttendeeAvailability | null): Availability[] {
  const address = of?.attendee?.emailAddress?.address;
  return address ? [{ address, status: toStatus(of.availability) }] : [];
}

function toStatus(status: AttendeeAvailability['availability']): ShowAs {
  return fromGraphEnum(STATUSES, status, 'unknown');
}
