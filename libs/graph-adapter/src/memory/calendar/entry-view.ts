import {
  type CalendarEvent,
  type EventDetails,
  type EventKind,
  instantsOf,
  type NewEvent,
  type ShowAs,
} from '@app/domain';
import type { Entry } from '../mailbox.js';
import type { Occurrence } from './occurrences.js';

/** An entry, or one occurrence of its series, as the domain shows it in lists. */
export function toEvent(entry: Entry, occurrence?: Occurrence): CalendarEvent {
  const { organizer } = entry.meeting;
  const draft = draftOf(entry, occurrence);
  const isSeries = draft.recurrence !== undefined;
  const isCancelled = entry.isCancelled || occurrence?.exception === 'removed';
  const inSeries = isSeries && occurrence !== undefined;
  const response = (inSeries && entry.occurrences.get(occurrence.date)) || entry.response;
  return {
    id: inSeries ? `${entry.id}_${occurrence.date}` : entry.id,
    subject: isCancelled ? `Canceled: ${draft.subject}` : draft.subject,
    time: occurrence?.time ?? instantsOf(draft.time),
    kind: inSeries ? kindOf(occurrence) : isSeries ? 'series' : 'single',
    seriesId: inSeries ? entry.id : undefined,
    location: draft.location,
    organizer: { name: organizer.displayName, address: organizer.address },
    isOrganizer: entry.response === 'organizer',
    isCancelled,
    isPrivate: draft.isPrivate,
    showAs: entry.showAs ?? showAs(response, draft.showAs),
    response,
    isOnlineMeeting: draft.onlineMeeting,
  };
}

export function toDetails(entry: Entry, occurrence: Occurrence | undefined, withBody: boolean): EventDetails {
  const { attendees, joinUrl, version } = entry.meeting;
  const draft = draftOf(entry, occurrence);
  const event = toEvent(entry, occurrence);
  return {
    ...event,
    attendees,
    joinUrl,
    version: String(version),
    recurrence: event.kind === 'series' ? draft.recurrence : undefined,
    allowsNewTimeProposals: true,
    originalTimeZone: draft.time.timeZone,
    body: withBody ? (draft.body ?? '') : undefined,
  };
}

/** What an occurrence consists of: what was changed about it, and otherwise what its series does. */
function draftOf({ meeting }: Entry, occurrence: Occurrence | undefined): NewEvent {
  const exception = occurrence?.exception;
  if (exception === undefined || exception === 'removed') return meeting.draft;
  const { attendees: _, recurrence: _rule, ...changes } = exception;
  return { ...meeting.draft, ...changes };
}

function kindOf({ exception }: Occurrence): EventKind {
  return exception === undefined ? 'occurrence' : 'exception';
}

/** An invitation without a firm answer shows as tentative. */
function showAs(response: CalendarEvent['response'], chosen: ShowAs = 'busy'): ShowAs {
  return response === 'notResponded' || response === 'tentative' ? 'tentative' : chosen;
}
