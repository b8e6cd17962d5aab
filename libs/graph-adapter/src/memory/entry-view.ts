import type { CalendarEvent, EventDetails, ShowAs } from '@app/domain';
import type { Entry } from './mailbox.js';
import { type Occurrence, timeOf } from './occurrences.js';

/** An entry, or one occurrence of its series, as the domain shows it in lists. */
export function toEvent(entry: Entry, occurrence?: Occurrence): CalendarEvent {
  const { draft, organizer } = entry.meeting;
  const isSeries = draft.recurrence !== undefined;
  const inSeries = isSeries && occurrence !== undefined;
  const response = (inSeries && entry.occurrences.get(occurrence.date)) || entry.response;
  return {
    id: inSeries ? `${entry.id}_${occurrence.date}` : entry.id,
    subject: draft.subject,
    time: occurrence?.time ?? timeOf(draft.time),
    kind: inSeries ? 'occurrence' : isSeries ? 'series' : 'single',
    seriesId: inSeries ? entry.id : undefined,
    location: draft.location,
    organizer: { name: organizer.displayName, address: organizer.address },
    isOrganizer: entry.response === 'organizer',
    isCancelled: false,
    isPrivate: draft.isPrivate,
    showAs: showAs(response, draft.showAs),
    response,
    isOnlineMeeting: draft.onlineMeeting,
  };
}

export function toDetails(entry: Entry, occurrence: Occurrence | undefined, withBody: boolean): EventDetails {
  const { draft, attendees, joinUrl } = entry.meeting;
  const event = toEvent(entry, occurrence);
  return {
    ...event,
    attendees,
    joinUrl,
    recurrence: event.kind === 'series' ? draft.recurrence : undefined,
    allowsNewTimeProposals: true,
    originalTimeZone: draft.time.timeZone,
    body: withBody ? (draft.body ?? '') : undefined,
  };
}

/** An invitation without a firm answer shows as tentative. */
function showAs(response: CalendarEvent['response'], chosen: ShowAs = 'busy'): ShowAs {
  return response === 'notResponded' || response === 'tentative' ? 'tentative' : chosen;
}
