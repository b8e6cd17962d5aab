import type { MeetingTime, MeetingTimes, NoMeetingTime, ShowAs } from '@app/domain';
import type {
  AttendeeAvailability,
  MeetingTimeSuggestion,
  MeetingTimeSuggestionsResult,
} from '@microsoft/microsoft-graph-types';
import { fromGraphEnum } from '../calendar/graph-enum.js';
import { toEventTime } from '../calendar/to-event-time.js';
import { STATUSES } from './statuses.js';

const REASONS: Readonly<Record<string, NoMeetingTime>> = {
  organizerunavailable: 'organizer_unavailable',
  attendeesunavailable: 'attendees_unavailable',
  attendeesunavailableorunknown: 'attendees_unknown',
};

/** What `findMeetingTimes` answers, as the domain says it. */
export function toMeetingTimes(answer: MeetingTimeSuggestionsResult): MeetingTimes {
  const suggestions = answer.meetingTimeSuggestions ?? [];
  if (suggestions.length > 0) return { times: suggestions.map(toMeetingTime) };
  return { times: [], whyNone: fromGraphEnum(REASONS, answer.emptySuggestionsReason, 'unknown') };
}

function toMeetingTime(suggestion: MeetingTimeSuggestion): MeetingTime {
  const { start, end } = toEventTime({ ...suggestion.meetingTimeSlot });
  return {
    start,
    end,
    confidence: suggestion.confidence ?? 0,
    organizer: toStatus(suggestion.organizerAvailability),
    attendees: (suggestion.attendeeAvailability ?? []).map(({ attendee, availability }) => ({
      address: attendee?.emailAddress?.address ?? '',
      status: toStatus(availability),
    })),
  };
}

function toStatus(status: AttendeeAvailability['availability']): ShowAs {
  return fromGraphEnum(STATUSES, status, 'unknown');
}
