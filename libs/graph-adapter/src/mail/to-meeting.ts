import type { LocalTimes, MeetingMessage, MeetingMessageKind } from '@app/domain';
import type {
  DateTimeTimeZone,
  Event,
  EventMessageRequest,
  EventMessageResponse,
} from '@microsoft/microsoft-graph-types';
import { fromGraphEnum } from '../shared/graph-enum.js';

/** A message about a meeting, with what only its derived types have. */
export type GraphMeetingMessage = EventMessageRequest &
  Pick<EventMessageResponse, 'proposedNewTime'> & { readonly '@odata.type'?: string };

const TYPES: Readonly<Record<string, MeetingMessageKind>> = {
  eventmessagerequest: 'invitation',
  eventmessageresponse: 'response',
  eventmessage: 'other',
};

const KINDS: Readonly<Record<string, MeetingMessageKind>> = {
  meetingrequest: 'invitation',
  meetingcancelled: 'cancellation',
  meetingaccepted: 'accepted',
  meetingtentativelyaccepted: 'tentativelyAccepted',
  meetingtenativelyaccepted: 'tentativelyAccepted',
  meetingdeclined: 'declined',
};

/** What the type of a message says about a meeting; undefined of any other message. */
export function toMeeting(message: GraphMeetingMessage): MeetingMessage | undefined {
  const type = message['@odata.type']?.split('.').at(-1)?.toLowerCase() ?? '';
  const byType = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (byType === undefined) return undefined;
  const { event, startDateTime, endDateTime, location, proposedNewTime, isOutOfDate } = message;
  return {
    kind: fromGraphEnum(KINDS, message.meetingMessageType, byType),
    eventId: event?.id || undefined,
    time: toLocalTimes(startDateTime ?? event?.start, endDateTime ?? event?.end),
    location: location?.displayName || event?.location?.displayName || undefined,
    isSeries: message.type === 'seriesMaster' ? true : undefined,
    proposed: toLocalTimes(proposedNewTime?.start, proposedNewTime?.end),
    isOutOfDate: isOutOfDate ? true : undefined,
  };
}

/** Graph's seven digits of a second are dropped. */
export function toLocalTimes(
  start: DateTimeTimeZone | null | undefined,
  end: Event['end'] | undefined,
): LocalTimes | undefined {
  if (!start?.dateTime || !end?.dateTime) return undefined;
  return { start: start.dateTime.slice(0, 19), end: end.dateTime.slice(0, 19), timeZone: start.timeZone ?? 'UTC' };
}
