import { attachmentResource } from '../attachments/attachment-view.js';
import { isBasicOnly } from '../access.js';
import { type GraphReply, type GraphRequest, ok } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { expandedProperties, expandsProperties, propertyFilter } from '../odata/extended-properties.js';
import { readFilter } from '../odata/filter.js';
import { inOrder } from '../odata/order.js';
import { type Page, pageOf } from '../odata/page.js';
import { type ODataQuery, readQuery } from '../odata/query.js';
import { type Resource, pick, requireKnown } from '../odata/select.js';
import { byStart } from './event-list.js';
import { type EventViewOptions, etagOf, eventResource } from './event-view.js';
import { occurrenceOn } from './instances.js';
import type { EventInstance } from './model.js';
import { EVENT_PROPERTIES } from './event-properties.js';

const TYPE = 'Microsoft.OutlookServices.Event';
const SORTABLE = ['start/dateTime', 'end/dateTime', 'subject', 'createdDateTime', 'lastModifiedDateTime', 'isAllDay'];
const FILTERABLE = [
  ...[...SORTABLE, 'isCancelled', 'isOrganizer', 'iCalUId', 'type', 'showAs', 'sensitivity', 'importance'],
  ...['isOnlineMeeting', 'seriesMasterId', 'transactionId', 'organizer/emailAddress/address'],
];

/** What `$expand` takes of one event. Extensions of events are not kept here. */
const RELATED = ['attachments', 'extensions', 'exceptionOccurrences'] as const;

type Reader = Pick<EventViewOptions, 'isOwn' | 'seesPrivate'>;

/** One page of events. */
export function listReply(
  request: GraphRequest,
  resource: string,
  instances: readonly EventInstance[],
  { isOwn, seesPrivate }: Reader,
): GraphReply {
  const asked = readQuery(request.query, ['$filter', ...expandable(request)]);
  const hasProperty = propertyFilter(asked.filter);
  const query = hasProperty ? { ...asked, filter: undefined } : asked;
  requireKnown(query.select, EVENT_PROPERTIES, TYPE);
  const basic = isBasicOnly(request.caller.scopes);
  const show = (one: EventInstance) => ({
    ...eventResource(one, { prefer: request.prefer, basic, isOwn, seesPrivate }),
    ...propertiesOf(request, one),
  });
  const found = hasProperty ? instances.filter(({ item }) => hasProperty(item.properties ?? [])) : instances;
  const ordered = [...found].sort(byStart);
  const page = isByStart(query)
    ? shownPage(pageOf(ordered, query, request.url), show)
    : pageOf(arranged(ordered.map(show), query), query, request.url);
  return ok({
    '@odata.context': contextUrl(request.url.origin, resource, query.select),
    ...page.annotations,
    value: page.items.map((item) => listed(item, query.select)),
  });
}

/** One event, whole or as selected. */
export function eventReply(
  request: GraphRequest,
  resource: string,
  instance: EventInstance,
  { isOwn, seesPrivate, zone, status = 200 }: Reader & { readonly zone?: string; readonly status?: number },
): GraphReply {
  const related = RELATED.find((name) => request.query.get('$expand')?.match(new RegExp(`^${name}(\\(|$)`, 'i')));
  const { select } = readQuery(request.query, related ? ['$expand'] : expandable(request));
  requireKnown(select, EVENT_PROPERTIES, TYPE);
  const basic = isBasicOnly(request.caller.scopes);
  const shown = eventResource(instance, { prefer: request.prefer, basic, isOwn, seesPrivate, zone });
  const context = contextUrl(request.url.origin, `${resource}/$entity`, select);
  const kept = {
    attachments: () => instance.fields.attachments.map((one) => attachmentResource(one)),
    extensions: () => [],
    exceptionOccurrences: () =>
      exceptionsOf(instance).map((one) =>
        eventResource(one, { prefer: request.prefer, basic, isOwn, seesPrivate, zone }),
      ),
  };
  const { cancelledOccurrences, ...usual } = shown;
  const whole = select?.includes('cancelledOccurrences') ? { ...usual, cancelledOccurrences } : usual;
  return {
    status,
    headers: { ETag: etagOf(instance) },
    body: {
      '@odata.context': context,
      ...pick(whole, select, ['id']),
      ...propertiesOf(request, instance),
      ...(related && { [related]: kept[related]() }),
    },
  };
}

/** The occurrences of a series that were changed by themselves. */
function exceptionsOf({ item, type }: EventInstance): readonly EventInstance[] {
  if (type !== 'seriesMaster') return [];
  return [...item.overrides.keys()].flatMap((date) => occurrenceOn(item, date) ?? []);
}

function expandable({ query }: GraphRequest): readonly string[] {
  return expandsProperties(query) ? ['$expand'] : [];
}

function propertiesOf({ query }: GraphRequest, { item }: EventInstance): Resource {
  return expandedProperties(query, item.properties ?? []);
}

/** Whether the order is known without looking into the events: then only those of the page have to be shown. */
function isByStart({ filter, orderBy = 'start/dateTime' }: ODataQuery): boolean {
  return filter === undefined && /^start\/dateTime(\s+asc)?$/i.test(orderBy.trim());
}

function shownPage(
  { items, annotations }: Page<EventInstance>,
  show: (one: EventInstance) => Resource,
): Page<Resource> {
  return { items: items.map(show), annotations };
}

function arranged(events: readonly Resource[], { filter, orderBy }: ODataQuery): Resource[] {
  const wanted = filter === undefined ? events : events.filter(readFilter(filter, FILTERABLE));
  return inOrder(wanted, orderBy, SORTABLE);
}

function listed({ cancelledOccurrences: _, ...event }: Resource, select: readonly string[] | undefined): Resource {
  // In lists Graph gives onlineMeeting only together with isOnlineMeeting.
  const isBare = select?.includes('onlineMeeting') === true && !select.includes('isOnlineMeeting');
  return pick(isBare ? { ...event, onlineMeeting: null } : event, select, ['id', 'singleValueExtendedProperties']);
}
