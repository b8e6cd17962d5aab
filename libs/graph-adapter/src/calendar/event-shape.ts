import type { Shape } from '../http/shape.js';
import { BODY, LOCATION, RECIPIENT, TIME } from '../shared/shapes.js';

const ATTENDEE = { ...RECIPIENT, type: 'text', status: { response: 'text' } } as const satisfies Shape;

/** What is read of an event; a rule or a proposed time of other types hides nothing but itself. */
export const EVENT_SHAPE = {
  id: 'text',
  subject: 'text',
  start: TIME,
  end: TIME,
  isAllDay: 'flag',
  type: 'text',
  seriesMasterId: 'text',
  location: LOCATION,
  organizer: RECIPIENT,
  isOrganizer: 'flag',
  isCancelled: 'flag',
  sensitivity: 'text',
  showAs: 'text',
  responseStatus: { response: 'text' },
  isOnlineMeeting: 'flag',
  attendees: [ATTENDEE],
  webLink: 'text',
  onlineMeeting: { joinUrl: 'text' },
  onlineMeetingUrl: 'text',
  allowNewTimeProposals: 'flag',
  responseRequested: 'flag',
  originalStartTimeZone: 'text',
  body: BODY,
  '@odata.etag': 'text',
} as const satisfies Shape;
