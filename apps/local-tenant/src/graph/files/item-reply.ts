import { GraphError } from '../errors.js';
import type { GraphReply, GraphRequest } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown, type Resource } from '../odata/select.js';
import type { DriveStore } from './drive-store.js';
import { ITEM_PROPERTIES, itemResource } from './item-view.js';
import type { DriveItem } from './model.js';

const EXPANDED = /^(children|thumbnails|permissions)(?:\((.*)\))?$/i;

/** One item as the answer to a request; `permissions` are those that the caller sees. */
export function itemReply(
  request: GraphRequest,
  drive: DriveStore,
  item: DriveItem,
  status = 200,
  permissions?: () => readonly Resource[],
): GraphReply {
  const { select } = readQuery(request.query, ['$expand']);
  requireKnown(select, ITEM_PROPERTIES, 'microsoft.graph.driveItem');
  const expanded = expandedOf(request, drive, item, permissions);
  const context = contextUrl(request.url.origin, `users('${drive.owner.id}')/drive/items/$entity`, select);
  return {
    status,
    body: { '@odata.context': context, ...pick(itemResource(drive, item), select, ['id']), ...expanded },
  };
}

/** What `$expand` asks for: children as far as a folder's first page goes, thumbnails, of which none are made, permissions. */
export function expandedOf(
  { query }: Pick<GraphRequest, 'query'>,
  drive: DriveStore,
  item: DriveItem,
  permissions?: () => readonly Resource[],
): Resource {
  const asked = (query.get('$expand') ?? '').split(/,(?![^(]*\))/).filter((one) => one.trim() !== '');
  return Object.assign({}, ...asked.map((one) => expandedBy(one.trim(), drive, item, permissions))) as Resource;
}

function expandedBy(
  one: string,
  drive: DriveStore,
  item: DriveItem,
  permissions: (() => readonly Resource[]) | undefined,
): Resource {
  const [, name = '', options = ''] = EXPANDED.exec(one) ?? [];
  if (/^thumbnails$/i.test(name)) return { thumbnails: [] };
  if (/^permissions$/i.test(name) && permissions) return { permissions: permissions() };
  if (!/^children$/i.test(name)) {
    throw new GraphError(
      501,
      'NotImplemented',
      'Only children, thumbnails and permissions of one item are expanded here.',
    );
  }
  const select = /(?:^|;)\s*\$?select=([^;]*)/i
    .exec(options)?.[1]
    ?.split(',')
    .map((each) => each.trim());
  requireKnown(select, ITEM_PROPERTIES, 'microsoft.graph.driveItem');
  const children = drive.children(item).slice(0, 200);
  return { children: children.map((child) => pick(itemResource(drive, child), select, ['id'])) };
}
