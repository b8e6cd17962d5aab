import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { filtered } from '../odata/filter.js';
import { pageOf } from '../odata/page.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown, type Resource } from '../odata/select.js';
import type { RoomRecord } from './rooms.js';

/** The meeting rooms of the organisation. */
export function roomRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    {
      method: 'GET',
      path: '/places/microsoft.graph.room',
      operation: 'places.read',
      handle: (request) => rooms(mailboxes, request),
    },
  ];
}

function rooms(mailboxes: Mailboxes, { caller, query, url }: GraphRequest): GraphReply {
  const asked = readQuery(query, ['$filter']);
  const all = mailboxes.roomsOf(caller.user.tenantId).map(roomResource);
  const properties = Object.keys(all[0] ?? {});
  requireKnown(asked.select, properties, 'microsoft.graph.room');
  const { items, annotations } = pageOf(filtered(all, asked, properties), asked, url);
  const context = contextUrl(url.origin, 'places/microsoft.graph.room', asked.select);
  return ok({
    '@odata.context': context,
    ...annotations,
    value: items.map((room) => pick(room, asked.select, ['id'])),
  });
}

function roomResource({ account, ...room }: RoomRecord): Resource {
  return {
    id: account.id,
    displayName: account.displayName,
    emailAddress: account.mail,
    nickname: account.displayName,
    address: null,
    geoCoordinates: null,
    phone: '',
    label: null,
    floorLabel: null,
    bookingType: 'standard',
    ...room,
  };
}
