import { type GraphReply, type GraphRequest, ok } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readFilter } from '../odata/filter.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown } from '../odata/select.js';
import { invalidRequest } from './drive-errors.js';
import type { DriveStore } from './drive-store.js';
import { expandedOf } from './item-reply.js';
import { readOrder } from './item-order.js';
import { itemPage } from './item-page.js';
import { ITEM_PROPERTIES, itemResource } from './item-view.js';
import type { DriveItem } from './model.js';

/** Whether there is a facet, and what is compared (https://learn.microsoft.com/onedrive/developer/rest-api/concepts/filtering-results). */
const FILTERABLE = [
  ...['file', 'folder', 'image', 'video', 'deleted', 'package', 'shared'],
  ...['name', 'size', 'createdDateTime', 'lastModifiedDateTime', 'webUrl'],
];

/** Items of a drive as a list, page by page. */
export function listReply(request: GraphRequest, drive: DriveStore, items: readonly DriveItem[]): GraphReply {
  if (request.query.has('$skip')) throw invalidRequest('$skip is not supported here: follow @odata.nextLink.');
  const query = readQuery(request.query, ['$skiptoken', '$expand', '$filter']);
  requireKnown(query.select, ITEM_PROPERTIES, 'microsoft.graph.driveItem');
  const wanted = query.filter === undefined ? () => true : readFilter(query.filter, FILTERABLE);
  const found = items.filter((item) => wanted(itemResource(drive, item)));
  const page = itemPage(found, readOrder(drive, query.orderBy), query, request.url);
  const context = contextUrl(request.url.origin, `users('${drive.owner.id}')/drive/items`, query.select);
  const value = page.items.map((item) => ({
    ...pick(itemResource(drive, item), query.select, ['id']),
    ...expandedOf(request, drive, item),
  }));
  return ok({ '@odata.context': context, ...page.annotations, value });
}
