import { createHash } from 'node:crypto';
import { toImmutableId } from '../mailbox/ids.js';
import type { Prefer } from '../odata/prefer.js';
import type { Resource } from '../odata/select.js';
import { type DateTimeTimeZone, type ZonedTime, inZone, toDateTimeTimeZone } from '../time/zoned-time.js';
import { previewOf, renderBody } from './body-text.js';
import type { Attendee, EventInstance } from './model.js';
import { onlineMeetingOf } from './online-meeting.js';
import { veiled } from './private-event.js';

/** How an event is shown: to whom, in which zone. */
export interface EventViewOptions {
  readonly prefer: Prefer;
  /** Only basic properties, for Calendars.ReadBasic. */
  readonly basic: boolean;
  /** Whether the reader owns the mailbox. */
  readonly isOwn: boolean;
  /** Whether private events are shown to the reader as they are. */
  readonly seesPrivate: boolean;
  /** Zone of the times when the request prefers none. */
  readonly zone?: string;
}

const NOT_BASIC = ['body', 'bodyPreview', 'hasAttachments', 'uniqueBody'];

/** An event as Graph writes it. */
export function eventResource(shown: EventInstance, options: EventViewOptions): Resource {
  const instance = options.seesPrivate || shown.fields.sensitivity !== 'private' ? shown : veiled(shown);
  const resource = { ...identity(instance, options), ...content(instance, options), ...times(instance, options) };
  if (!options.basic) return resource;
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !NOT_BASIC.includes(name)));
}

/** Changes with every change of the event. */
export function changeKeyOf({ item }: EventInstance): string {
  const digest = createHash('sha256').update(`${item.id}/${item.version}`).digest('base64');
  return `${digest.slice(0, 22).replaceAll('=', '')}AAAA${String(item.version).padStart(4, '0')}==`;
}

export function etagOf(instance: EventInstance): string {
  return `W/"${changeKeyOf(instance)}"`;
}

function identity(instance: EventInstance, { prefer }: EventViewOptions): Resource {
  const { item, id, type, occurrence, fields } = instance;
  const shape = (raw: string) => (prefer.immutableIds ? toImmutableId(raw) : raw);
  const link = encodeURIComponent(id);
  return {
    '@odata.etag': etagOf(instance),
    id: shape(id),
    createdDateTime: item.createdAt,
    lastModifiedDateTime: item.modifiedAt,
    changeKey: changeKeyOf(instance),
    categories: fields.categories,
    transactionId: item.transactionId,
    originalStartTimeZone: fields.start.zone,
    originalEndTimeZone: fields.end.zone,
    iCalUId: item.iCalUId,
    type,
    seriesMasterId: occurrence === undefined ? null : shape(item.id),
    occurrenceId: occurrence === undefined ? null : `OID.${shape(item.id)}.${occurrence}`,
    webLink: `https://outlook.office365.com/owa/?itemid=${link}&exvsurl=1&path=/calendar/item`,
  };
}

function content(instance: EventInstance, { prefer, isOwn }: EventViewOptions): Resource {
  const { item, fields, response, isCancelled } = instance;
  return {
    reminderMinutesBeforeStart: fields.reminderMinutesBeforeStart,
    isReminderOn: fields.isReminderOn,
    hasAttachments: fields.attachments.some(({ isInline }) => !isInline),
    subject: fields.subject,
    bodyPreview: previewOf(fields.body),
    importance: fields.importance,
    sensitivity: fields.sensitivity,
    isAllDay: fields.isAllDay,
    isCancelled,
    isOrganizer: item.isOrganizer && isOwn,
    isDraft: false,
    responseRequested: fields.responseRequested,
    showAs: fields.showAs,
    onlineMeetingUrl: null,
    isOnlineMeeting: fields.isOnlineMeeting,
    onlineMeetingProvider: fields.onlineMeetingProvider,
    allowNewTimeProposals: fields.allowNewTimeProposals,
    hideAttendees: fields.hideAttendees,
    responseStatus: response,
    body: renderBody(fields.body, prefer.bodyType),
    location: fields.location,
    locations: fields.locations,
    attendees: fields.attendees.map((attendee) => attendeeResource(attendee, prefer.timeZone ?? 'UTC')),
    organizer: { emailAddress: item.organizer },
    onlineMeeting: onlineMeetingOf(fields),
  };
}

function times({ fields, occurrence, type, item }: EventInstance, options: EventViewOptions): Resource {
  const zone = options.prefer.timeZone ?? options.zone ?? 'UTC';
  const show = (time: ZonedTime): DateTimeTimeZone =>
    toDateTimeTimeZone(fields.isAllDay ? { local: time.local, zone } : inZone(time, zone));
  const removed = [...item.overrides].filter(([, { kind }]) => kind === 'removed').map(([date]) => date);
  return {
    start: show(fields.start),
    end: show(fields.end),
    recurrence: occurrence === undefined ? fields.recurrence : null,
    ...(type === 'seriesMaster' ? { cancelledOccurrences: removed.map((date) => `OID.${item.id}.${date}`) } : {}),
  };
}

function attendeeResource({ proposedNewTime, ...attendee }: Attendee, zone: string): Resource {
  if (proposedNewTime === undefined) return { ...attendee };
  const { start, end } = proposedNewTime;
  return {
    ...attendee,
    proposedNewTime: { start: toDateTimeTimeZone(inZone(start, zone)), end: toDateTimeTimeZone(inZone(end, zone)) },
  };
}
