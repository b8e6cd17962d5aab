import { unreadableBody, unsupportedTimeZone } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readQuery } from '../odata/query.js';
import { pick } from '../odata/select.js';
import { supportedIanaZones, supportedTimeZones } from '../time/supported-zones.js';
import { ianaZone } from '../time/zones.js';
import type { Mailboxes } from './mailboxes.js';
import { readSettings } from './read-settings.js';

const ONE_PROPERTY = [
  'automaticRepliesSetting',
  'language',
  'workingHours',
  'timeZone',
  'dateFormat',
  'timeFormat',
] as const;
const ZONES_PATH = '/me/outlook/supportedTimeZones';

/** Settings of the caller's mailbox, whole or one property at a time. */
export function mailboxRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const path = '/me/mailboxSettings';
  return [
    { method: 'GET', path, operation: 'mailboxSettings.get', handle: (request) => settings(mailboxes, request) },
    { method: 'PATCH', path, operation: 'mailboxSettings.update', handle: (request) => update(mailboxes, request) },
    ...ONE_PROPERTY.map((name): GraphRoute => ({
      method: 'GET',
      path: `${path}/${name}`,
      operation: 'mailboxSettings.get',
      handle: (request) => property(mailboxes, request, name),
    })),
    { method: 'GET', path: ZONES_PATH, operation: 'supportedTimeZones.list', handle: listWindowsZones },
    {
      method: 'GET',
      path: `${ZONES_PATH}(TimeZoneStandard=microsoft.graph.timeZoneStandard'{standard-id}')`,
      operation: 'supportedTimeZones.list',
      handle: listZonesOf,
    },
  ];
}

function settings(mailboxes: Mailboxes, { caller, query, url }: GraphRequest): GraphReply {
  const { select } = readQuery(query);
  const context = contextUrl(url.origin, `users('${caller.user.id}')/mailboxSettings`, select);
  const all: Record<string, unknown> = { ...mailboxes.of(caller.user).settings };
  return ok({ '@odata.context': context, ...pick(all, select, []) });
}

function property(
  mailboxes: Mailboxes,
  { caller, url }: GraphRequest,
  name: (typeof ONE_PROPERTY)[number],
): GraphReply {
  const value = mailboxes.of(caller.user).settings[name];
  const context = contextUrl(url.origin, `users('${caller.user.id}')/mailboxSettings/${name}`);
  return ok({ '@odata.context': context, ...(typeof value === 'string' ? { value } : value) });
}

function update(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { body, caller, url } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw unreadableBody('Empty Payload. JSON content expected.');
  const mailbox = mailboxes.of(caller.user);
  const changes = readSettings(body, mailbox.settings);
  const next = { ...mailbox.settings, ...changes };
  requireZone(next.timeZone);
  mailbox.settings = next;
  const context = contextUrl(url.origin, `users('${caller.user.id}')/mailboxSettings`);
  return ok({ '@odata.context': context, ...changes });
}

function requireZone(name: unknown): void {
  if (typeof name !== 'string') throw unsupportedTimeZone(String(name));
  ianaZone(name);
}

function listWindowsZones({ url }: GraphRequest): GraphReply {
  return ok({
    '@odata.context': contextUrl(url.origin, 'Collection(microsoft.graph.timeZoneInformation)'),
    value: supportedTimeZones(),
  });
}

function listZonesOf({ url, params }: GraphRequest): GraphReply {
  const context = contextUrl(url.origin, 'Collection(microsoft.graph.timeZoneInformation)');
  const value = params['standard']?.toLowerCase() === 'iana' ? supportedIanaZones() : supportedTimeZones();
  return ok({ '@odata.context': context, value });
}
