import type { Attendee, CalendarEvent, EventDetails, EventKind, Person, ResponseStatus, ShowAs } from '@app/domain';
import type { Attendee as GraphAttendee, Event, Recipient } from '@microsoft/microsoft-graph-types';
import { unreadable } from '../http/unreadable.js';
import { fromGraphEnum } from './graph-enum.js';
import { toEventTime } from './to-event-time.js';
import { toRecurrence } from './to-recurrence.js';
import { zoneOrUndefined } from '../zone-or-undefined.js';

/** An event with the annotation that the generated type leaves out. */
export type GraphEventItem = Event & { readonly '@odata.etag'?: string };

/** Graph's event as the domain knows it in lists. */
export function toEvent(event: Event): CalendarEvent {
  if (!event.id) throw unreadable('an event without an id');
  return {
    id: event.id,
    subject: event.subject ?? '',
    time: toEventTime(event),
    kind: fromGraphEnum(KINDS, event.type, 'single'),
    seriesId: event.seriesMasterId ?? undefined,
    location: event.location?.displayName || undefined,
    organizer: toPerson(event.organizer),
    isOrganizer: event.isOrganizer ?? false,
    isCancelled: event.isCancelled ?? false,
    isPrivate: ['private', 'confidential'].includes(event.sensitivity?.toLowerCase() ?? ''),
    showAs: fromGraphEnum(SHOW_AS, event.showAs, 'unknown'),
    response: fromGraphEnum(RESPONSES, event.responseStatus?.response, 'none'),
    isOnlineMeeting: event.isOnlineMeeting ?? false,
  };
}

/** Graph's event whole; the body only when Graph was asked for it. */
export function toEventDetails(event: GraphEventItem): EventDetails {
  return {
    ...toEvent(event),
    attendees: (event.attendees ?? []).flatMap(toAttendee),
    webLink: event.webLink || undefined,
    joinUrl: event.onlineMeeting?.joinUrl || event.onlineMeetingUrl || undefined,
    recurrence: event.recurrence ? toRecurrence(event.recurrence) : undefined,
    allowsNewTimeProposals: event.allowNewTimeProposals ?? true,
    // A series that was moved to another zone since it was made says so only in its recurrence.
    originalTimeZone: zoneOrUndefined(event.recurrence?.range?.recurrenceTimeZone ?? event.originalStartTimeZone),
    version: event['@odata.etag'] ?? '',
    body: event.body?.content?.replaceAll('\r\n', '\n').trim(),
  };
}

const KINDS: Readonly<Record<string, EventKind>> = {
  singleinstance: 'single',
  occurrence: 'occurrence',
  exception: 'exception',
  seriesmaster: 'series',
};

const SHOW_AS: Readonly<Record<string, ShowAs>> = {
  free: 'free',
  tentative: 'tentative',
  busy: 'busy',
  oof: 'oof',
  workingelsewhere: 'workingElsewhere',
};

const RESPONSES: Readonly<Record<string, ResponseStatus>> = {
  organizer: 'organizer',
  tentativelyaccepted: 'tentative',
  accepted: 'accepted',
  declined: 'declined',
  notresponded: 'notResponded',
};

const ATTENDEE_KINDS: Readonly<Record<string, Attendee['kind']>> = { optional: 'optional', resource: 'resource' };

function toPerson(recipient: Recipient | null | undefined): Person | undefined {
  const { name, address } = recipient?.emailAddress ?? {};
  return address ? { name: name || undefined, address } : undefined;
}

function toAttendee(attendee: GraphAttendee): Attendee[] {
  const person = toPerson(attendee);
  if (!person) return [];
  const kind = fromGraphEnum(ATTENDEE_KINDS, attendee.type, 'required');
  return [{ ...person, kind, response: fromGraphEnum(RESPONSES, attendee.status?.response, 'none') }];
}
