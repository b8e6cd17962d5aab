import type { CalendarEvent, EventDetails, EventKind, Recurrence, ShowAs } from '@app/domain';
import type { Event } from '@microsoft/microsoft-graph-types';
import { formatOf } from '../shared/body-format.js';
import { documented } from '../http/documented.js';
import { unreadable } from '../http/unreadable.js';
import { zoneOrUndefined } from '../shared/zone-or-undefined.js';
import { fromGraphEnum } from '../shared/graph-enum.js';
import { toEventTime } from '../shared/to-event-time.js';
import { EVENT_SHAPE } from './event-shape.js';
import { RESPONSES, toAttendee, toParticipant } from './to-participant.js';
import { toRecurrence } from './to-recurrence.js';

/** An event with the annotation that the generated type leaves out. */
export type GraphEventItem = Event & { readonly '@odata.etag'?: string };

/** Graph's event as the domain knows it in lists. */
export const toEvent = documented('an event', EVENT_SHAPE, readEvent);

/** Graph's event whole; the body only when Graph was asked for it. */
export const toEventDetails = documented('an event', EVENT_SHAPE, readEventDetails);

function readEvent(event: Event): CalendarEvent {
  if (!event.id) throw unreadable('an event without an id');
  return {
    id: event.id,
    subject: event.subject ?? '',
    time: toEventTime(event),
    kind: fromGraphEnum(KINDS, event.type, 'single'),
    seriesId: event.seriesMasterId ?? undefined,
    location: event.location?.displayName || undefined,
    organizer: toParticipant(event.organizer),
    isOrganizer: event.isOrganizer ?? false,
    isCancelled: event.isCancelled ?? false,
    isPrivate: ['private', 'confidential'].includes(event.sensitivity?.toLowerCase() ?? ''),
    showAs: fromGraphEnum(SHOW_AS, event.showAs, 'unknown'),
    response: fromGraphEnum(RESPONSES, event.responseStatus?.response, 'none'),
    isOnlineMeeting: event.isOnlineMeeting ?? false,
  };
}

function readEventDetails(event: GraphEventItem): EventDetails {
  return {
    ...readEvent(event),
    attendees: (event.attendees ?? []).flatMap(toAttendee),
    webLink: event.webLink || undefined,
    joinUrl: event.onlineMeeting?.joinUrl || event.onlineMeetingUrl || undefined,
    allowsNewTimeProposals: event.allowNewTimeProposals ?? true,
    ...(event.responseRequested === false ? { wantsNoResponse: true } : {}),
    ...ruleOf(event),
    ...zoneOf(event),
    version: event['@odata.etag'] ?? '',
    ...bodyOf(event),
  };
}

type Rule = Pick<EventDetails, 'recurrence' | 'hasUnknownRule'>;

/** A rule that cannot be read hides nothing but itself. */
function ruleOf({ recurrence, type }: Event): Rule {
  if (!recurrence) return type?.toLowerCase() === 'seriesmaster' ? { hasUnknownRule: true } : {};
  return readRule(() => toRecurrence(recurrence));
}

function readRule(read: () => Recurrence): Rule {
  try {
    return { recurrence: read() };
  } catch {
    return { hasUnknownRule: true };
  }
}

/** A series that was moved to another zone since it was made says so only in its recurrence. */
function zoneOf(event: Event): Pick<EventDetails, 'originalTimeZone' | 'unknownTimeZone'> {
  const said: unknown = event.recurrence?.range?.recurrenceTimeZone;
  const name = (typeof said === 'string' && said) || event.originalStartTimeZone || undefined;
  const zone = zoneOrUndefined(name);
  if (zone !== undefined) return { originalTimeZone: zone };
  return name === undefined ? {} : { unknownTimeZone: name };
}

function bodyOf({ body }: Event): Pick<EventDetails, 'body' | 'bodyFormat'> {
  if (!body) return {};
  const words = (body.content ?? '').replaceAll('\r\n', '\n').trim();
  return { body: words, ...(formatOf(body) === 'html' ? { bodyFormat: 'html' } : {}) };
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
