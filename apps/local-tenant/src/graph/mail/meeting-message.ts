import type { EventFields } from '../calendar/model.js';
import type { Resource } from '../odata/select.js';
import { inZone, toDateTimeTimeZone } from '../time/zoned-time.js';

/** What makes a message the invitation to a meeting. */
export interface MeetingRequest {
  /** Of the event, in every calendar. */
  readonly uid: string;
  readonly event: EventFields;
}

/**
 * What an `eventMessageRequest` has beyond other messages.
 * https://learn.microsoft.com/graph/api/resources/eventmessagerequest
 */
export function meetingProperties({ event }: MeetingRequest): Resource {
  const { start, end, isAllDay, location, recurrence } = event;
  return {
    '@odata.type': '#microsoft.graph.eventMessageRequest',
    meetingMessageType: 'meetingRequest',
    meetingRequestType: 'newMeetingRequest',
    type: recurrence === null ? 'singleInstance' : 'seriesMaster',
    isOutOfDate: false,
    isAllDay,
    isDelegated: false,
    allowNewTimeProposals: event.allowNewTimeProposals,
    responseRequested: event.responseRequested,
    previousStartDateTime: null,
    previousEndDateTime: null,
    previousLocation: null,
    startDateTime: toDateTimeTimeZone(inZone(start, 'UTC')),
    endDateTime: toDateTimeTimeZone(inZone(end, 'UTC')),
    location,
    recurrence,
  };
}
