import { GraphError } from '../errors.js';
import type { GraphReply, GraphRequest } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown, type Resource } from '../odata/select.js';
import type { DriveStore } from './drive-store.js';
import { ITEM_PROPERTIES, itemResource } from './item-view.js';
import type { DriveItem } from './model.js';

/** One item as the answer to a request. */
export function itemReply(request: GraphRequest, drive: DriveStore, item: DriveItem, status = 200): GraphReply {
  const { select } = readQuery(request.query, ['$expand']);
  requireKnown(select, ITEM_PROPERTIES, 'microsoft.graph.driveItem');
  const children = expandedOf(request, drive, item);
  const context = contextUrl(request.url.origin, `users('${drive.owner.id}')/drive/items/$entity`, select);
  return {
    status,
    body: { '@odata.context': context, ...pick(itemResource(drive, item), select, ['id']), ...children },
  };
}

/** `$expand=children`, as far as a folder's first page goes. No pictures are made here. */
export function expandedOf({ query }: Pick<GraphRequest, 'query'>, drive: DriveStore, item: DriveItem): Resource {
  const expand = query.get('$expand');
  if (expand === null) return {};
  if (/^thumbnails(\(|$)/i.test(expand.trim())) return { thumbnails: [] };
  if (!/^children(\(|$)/i.test(expand.trim()))
    throw new GraphError(501, 'NotImplemented', 'Only children and thumbnails of an item are expanded here.');
  return {
    children: drive
      .children(item)
      .slice(0, 200)
      .map((child) => itemResource(drive, child)),
  };
}
