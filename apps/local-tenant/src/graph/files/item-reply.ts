import type { GraphReply, GraphRequest } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown } from '../odata/select.js';
import type { DriveStore } from './drive-store.js';
import { ITEM_PROPERTIES, itemResource } from './item-view.js';
import type { DriveItem } from './model.js';

/** One item as the answer to a request. */
export function itemReply(request: GraphRequest, drive: DriveStore, item: DriveItem, status = 200): GraphReply {
  const select = request.url.searchParams.has('$select') ? readQuery(request.query).select : undefined;
  requireKnown(select, ITEM_PROPERTIES, 'microsoft.graph.driveItem');
  const context = contextUrl(request.url.origin, `users('${drive.owner.id}')/drive/items/$entity`, select);
  return { status, body: { '@odata.context': context, ...pick(itemResource(drive, item), select, ['id']) } };
}
