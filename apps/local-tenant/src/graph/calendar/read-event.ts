import { unreadableBody, validationFailure } from '../errors.js';
import { type ZonedTime, parseZoned } from '../time/zoned-time.js';
import { type ExtendedProperty, readProperties } from '../odata/extended-properties.js';
import type { EventFields, ItemBody } from './model.js';
import { readAttendees } from './read-attendees.js';
import { readLocation } from './read-location.js';
import { readRecurrence } from './read-recurrence.js';
import {
  type JsonObject,
  readBoolean,
  readEnum,
  readInteger,
  readList,
  readObject,
  readText,
  refuseUnknown,
} from './read-values.js';

/** What a body of POST or PATCH says; what it leaves out is absent. */
export interface EventInput {
  readonly fields: Partial<EventFields>;
  readonly transactionId?: string;
  readonly properties: readonly ExtendedProperty[];
}

type Reader = (value: unknown, event: JsonObject) => unknown;

const EVENT = 'Microsoft.OutlookServices.Event';

const READERS: Readonly<Record<string, Reader>> = {
  subject: (value) => readText(value).slice(0, 255),
  body: readBody,
  importance: (value) => readEnum(value, ['low', 'normal', 'high']),
  sensitivity: (value) => readEnum(value, ['normal', 'personal', 'private', 'confidential']),
  isAllDay: readBoolean,
  start: readTime,
  end: readTime,
  location: readLocation,
  locations: (value) => readList(value, 'microsoft.graph.location').map(readLocation),
  attendees: readAttendees,
  recurrence: (value, event) => readRecurrence(value, zoneOf(event)),
  showAs: (value) => readEnum(value, ['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
  categories: (value) => readList(value, 'Edm.String').map(readText),
  isReminderOn: readBoolean,
  reminderMinutesBeforeStart: (value) => readInteger(value),
  responseRequested: readBoolean,
  allowNewTimeProposals: readBoolean,
  hideAttendees: readBoolean,
  isOnlineMeeting: readBoolean,
  onlineMeetingProvider: (value) =>
    readEnum(value, ['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness']),
};

/** Properties of an event that the service sets itself; it takes them and does not mind them. */
const READ_ONLY = [
  ...['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'iCalUId', 'hasAttachments', 'bodyPreview'],
  ...['isCancelled', 'isOrganizer', 'isDraft', 'organizer', 'responseStatus', 'seriesMasterId', 'type', 'webLink'],
  ...['onlineMeetingUrl', 'onlineMeeting', 'originalStart', 'originalStartTimeZone', 'originalEndTimeZone'],
  ...['cancelledOccurrences', 'occurrenceId', 'attachments', 'extensions', 'instances', 'calendar', 'uid'],
  ...['singleValueExtendedProperties', 'multiValueExtendedProperties', 'exceptionOccurrences'],
];
const KNOWN = [...Object.keys(READERS), ...READ_ONLY, 'transactionId'];

/** @throws GraphError when the body is not an event */
export function readEvent(body: unknown): EventInput {
  if (body === undefined) throw unreadableBody('Empty Payload. JSON content expected.');
  const event = readObject(body, EVENT);
  refuseUnknown(event, KNOWN, EVENT);
  const given = Object.entries(READERS).filter(([name]) => event[name] !== undefined);
  const fields = Object.fromEntries(given.map(([name, read]) => [name, read(event[name], event)]));
  const transactionId = event['transactionId'];
  return {
    fields: fields as Partial<EventFields>,
    properties: readProperties(event),
    ...(transactionId === undefined || transactionId === null ? {} : { transactionId: readText(transactionId) }),
  };
}

/** Reads `dateTimeTimeZone`. */
export function readTime(value: unknown): ZonedTime {
  const { dateTime, timeZone } = readObject(value, 'microsoft.graph.dateTimeTimeZone');
  if (dateTime === undefined || dateTime === null) throw validationFailure();
  const zone = readText(timeZone ?? null) || 'UTC';
  try {
    return parseZoned(readText(dateTime), zone);
  } catch (error) {
    if (error instanceof RangeError)
      throw unreadableBody(`Cannot convert the literal '${String(dateTime)}' to the expected type 'Edm.DateTime'.`);
    throw error;
  }
}

function readBody(value: unknown): ItemBody {
  if (value === null) return { contentType: 'html', content: '' };
  const input = readObject(value, 'microsoft.graph.itemBody');
  refuseUnknown(input, ['contentType', 'content'], 'microsoft.graph.itemBody');
  return {
    contentType: readEnum(input['contentType'] || 'text', ['text', 'html']),
    content: readText(input['content'] ?? null),
  };
}

function zoneOf(event: JsonObject): string {
  return event['start'] === undefined ? 'UTC' : readTime(event['start']).zone;
}
