import { type GraphReply, type GraphRequest, type GraphRoute, atPaths } from '../http/route.js';
import { type OpenMailbox, calendarOf, openMailbox } from '../mailbox/mailbox-access.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { announce } from './invitations.js';
import { createEvent } from './create-event.js';
import { calendarView, eventsOf, readWindow } from './event-list.js';
import { findEvent, requireMatch } from './find-event.js';
import { instancesIn, wholeItem } from './instances.js';
import { eventReply, listReply } from './list-reply.js';
import type { EventInstance } from './model.js';
import { inCalendars } from './paths.js';
import { readEvent } from './read-event.js';
import { removeEvent } from './remove-event.js';
import { updateEvent } from './update-event.js';

/** Events of calendars: lists, views, and one event's life. */
export function eventRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'events.read' } as const;
  const write = { operation: 'events.write' } as const;
  const event = inCalendars('/events/{event-id}');
  const bind = (handle: Handler) => (request: GraphRequest) => handle(mailboxes, request);
  return [
    ...atPaths(inCalendars('/calendarView'), { ...read, handle: bind(listView) }),
    ...atPaths(inCalendars('/events'), { ...read, handle: bind(listEvents) }),
    ...atPaths(inCalendars('/events'), { ...write, method: 'POST', handle: bind(create) }),
    ...atPaths(event, { ...read, handle: bind(get) }),
    ...atPaths(event, { ...write, method: 'PATCH', handle: bind(update) }),
    ...atPaths(event, { ...write, method: 'DELETE', handle: bind(remove) }),
    ...atPaths(inCalendars('/events/{event-id}/instances'), { ...read, handle: bind(listInstances) }),
  ];
}

type Handler = (mailboxes: Mailboxes, request: GraphRequest) => GraphReply;

function listView(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const open = openMailbox(mailboxes, request);
  const { mailbox, ...reader } = open;
  const events = calendarView(mailbox, readWindow(request.query), calendarOf(open, request).id);
  return listReply(request, `users('${mailbox.user.id}')/calendarView`, events, reader);
}

function listEvents(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const open = openMailbox(mailboxes, request);
  const { mailbox, ...reader } = open;
  const events = eventsOf(mailbox, calendarOf(open, request).id);
  return listReply(request, collectionOf(mailbox.user.id), events, reader);
}

function create(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox, ...reader } = openMailbox(mailboxes, request, 'ReadWrite');
  const calendar = mailbox.calendar(request.params['calendar']);
  const item = createEvent(mailboxes, mailbox, calendar, readEvent(request.body));
  announce(mailboxes, mailbox, item);
  const instance = wholeItem(item);
  const { zone } = instance.fields.start;
  const collection = collectionOf(mailbox.user.id);
  const reply = eventReply(request, collection, instance, { ...reader, zone, status: 201 });
  const location = `${request.url.origin}/v1.0/${collection}('${encodeURIComponent(instance.id)}')`;
  return { ...reply, headers: { ...reply.headers, Location: location } };
}

function get(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox, instance, ...reader } = openEvent(mailboxes, request, 'Read');
  return eventReply(request, collectionOf(mailbox.user.id), instance, reader);
}

function update(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox, instance, ...reader } = openEvent(mailboxes, request, 'ReadWrite');
  requireMatch(instance, request.ifMatch);
  updateEvent(mailboxes, mailbox, instance, readEvent(request.body));
  const changed = findEvent(mailbox, instance.id);
  return eventReply(request, collectionOf(mailbox.user.id), changed, { ...reader, zone: changed.fields.start.zone });
}

function remove(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox, instance } = openEvent(mailboxes, request, 'ReadWrite');
  requireMatch(instance, request.ifMatch);
  removeEvent(mailboxes, mailbox, instance);
  return { status: 204 };
}

function listInstances(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox, instance, ...reader } = openEvent(mailboxes, request, 'Read');
  const window = readWindow(request.query);
  const events = instance.type === 'seriesMaster' ? instancesIn(instance.item, window) : [];
  const resource = `${collectionOf(mailbox.user.id)}('${encodeURIComponent(instance.id)}')/instances`;
  return listReply(request, resource, events, reader);
}

/** The event a path names, in the mailbox and the calendar it names. */
export function openEvent(
  mailboxes: Mailboxes,
  request: GraphRequest,
  level: 'Read' | 'ReadWrite',
): OpenMailbox & { readonly instance: EventInstance } {
  const open = openMailbox(mailboxes, request, level);
  const { event = '', calendar } = request.params;
  const namesDefault = /\/calendar\/events\//i.test(request.url.pathname);
  const anyCalendar = open.isOwn && calendar === undefined && !namesDefault;
  const calendarId = anyCalendar ? undefined : calendarOf(open, request).id;
  return { ...open, instance: findEvent(open.mailbox, event, calendarId) };
}

function collectionOf(userId: string): string {
  return `users('${userId}')/events`;
}
