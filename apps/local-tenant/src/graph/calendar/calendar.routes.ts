import { GraphError, badRequest, itemNotFound } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, atPaths, ok } from '../http/route.js';
import { calendarOf, openMailbox } from '../mailbox/mailbox-access.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { filtered } from '../odata/filter.js';
import { pageOf } from '../odata/page.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown } from '../odata/select.js';
import { calendarGroupResource, calendarResource } from './calendar-view.js';
import type { CalendarRecord } from './model.js';
import { ofCalendar, ofMailbox } from './paths.js';
import { readEnum, readObject, readText } from './read-values.js';

const COLORS = [
  ...['auto', 'lightBlue', 'lightGreen', 'lightOrange', 'lightGray', 'lightYellow', 'lightTeal', 'lightPink'],
  ...['lightBrown', 'lightRed', 'maxColor'],
];
const TYPE = 'Microsoft.OutlookServices.Calendar';

/** Calendars of a mailbox and the group they are in. */
export function calendarRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'calendars.read' } as const;
  const write = { operation: 'calendars.write' } as const;
  const bind = (handle: Handler) => (request: GraphRequest) => handle(mailboxes, request);
  return [
    ...atPaths(ofMailbox('/calendars'), { ...read, handle: bind(list) }),
    ...atPaths(ofMailbox('/calendars'), { ...write, method: 'POST', handle: bind(create) }),
    ...atPaths(ofCalendar(''), { ...read, handle: bind(get) }),
    ...atPaths(ofCalendar(''), { ...write, method: 'PATCH', handle: bind(update) }),
    ...atPaths(ofCalendar(''), { ...write, method: 'DELETE', handle: bind(remove) }),
    { ...read, path: '/me/calendarGroups', handle: bind(listGroups) },
    { ...read, path: '/me/calendarGroups/{calendarGroup-id}/calendars', handle: bind(list) },
  ];
}

type Handler = (mailboxes: Mailboxes, request: GraphRequest) => GraphReply;

function list(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox, isOwn } = openMailbox(mailboxes, request);
  const { calendarGroup: group } = request.params;
  if (group !== undefined && group !== mailbox.groupId) throw itemNotFound();
  const query = readQuery(request.query, ['$filter']);
  const shown = isOwn ? [...mailbox.calendars.values()] : [mailbox.defaultCalendar];
  const all = shown.map((calendar) => calendarResource(mailbox, calendar, isOwn));
  const properties = Object.keys(all[0] ?? {});
  requireKnown(query.select, properties, TYPE);
  const page = pageOf(filtered(all, query, properties), query, request.url);
  return ok({
    '@odata.context': contextUrl(request.url.origin, `users('${mailbox.user.id}')/calendars`, query.select),
    ...page.annotations,
    value: page.items.map((calendar) => pick(calendar, query.select, ['id'])),
  });
}

function get(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  return calendarReply(mailboxes, request, 'Read', (calendar) => calendar);
}

function create(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox } = openMailbox(mailboxes, request, 'ReadWrite');
  const { name, color } = readObject(request.body, TYPE);
  const wanted = readName(name);
  const isTaken = [...mailbox.calendars.values()].some(
    (calendar) => calendar.name.toLowerCase() === wanted.toLowerCase(),
  );
  if (isTaken) throw new GraphError(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
  const made = mailbox.addCalendar(wanted, false, readEnum(color ?? 'auto', COLORS));
  const context = contextUrl(request.url.origin, `users('${mailbox.user.id}')/calendars/$entity`);
  return { status: 201, body: { '@odata.context': context, ...calendarResource(mailbox, made, true) } };
}

function update(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  return calendarReply(mailboxes, request, 'ReadWrite', (calendar) => {
    const { name, color } = readObject(request.body, TYPE);
    return {
      ...calendar,
      version: calendar.version + 1,
      ...(name === undefined ? {} : { name: readName(name) }),
      ...(color === undefined ? {} : { color: readEnum(color, COLORS) }),
    };
  });
}

function remove(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox } = openMailbox(mailboxes, request, 'ReadWrite');
  const { id, isDefault } = mailbox.calendar(request.params['calendar']);
  if (isDefault) throw badRequest('ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.');
  mailbox.calendars.delete(id);
  for (const item of mailbox.items.values()) if (item.calendarId === id) mailbox.items.delete(item.id);
  return { status: 204 };
}

function listGroups(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mailbox } = openMailbox(mailboxes, request);
  const context = contextUrl(request.url.origin, `users('${mailbox.user.id}')/calendarGroups`);
  return ok({ '@odata.context': context, value: [calendarGroupResource(mailbox)] });
}

function calendarReply(
  mailboxes: Mailboxes,
  request: GraphRequest,
  level: 'Read' | 'ReadWrite',
  change: (calendar: CalendarRecord) => CalendarRecord,
): GraphReply {
  const { mailbox, isOwn } = openMailbox(mailboxes, request, level);
  const calendar = change(calendarOf({ mailbox, isOwn }, request));
  mailbox.calendars.set(calendar.id, calendar);
  const shown = calendarResource(mailbox, calendar, isOwn);
  const { select } = readQuery(request.query);
  requireKnown(select, Object.keys(shown), TYPE);
  const context = contextUrl(request.url.origin, `users('${mailbox.user.id}')/calendars/$entity`, select);
  return ok({ '@odata.context': context, ...pick(shown, select, ['id']) });
}

function readName(value: unknown): string {
  const name = readText(value ?? null).trim();
  if (name === '') throw badRequest('ErrorInvalidRequest', "Your request can't be completed. A calendar needs a name.");
  return name;
}
