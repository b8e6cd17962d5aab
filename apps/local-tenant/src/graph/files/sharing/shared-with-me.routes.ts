import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import type { Resource } from '../../odata/select.js';
import { itemResource } from '../item-view.js';
import type { OpenItem } from '../open-item.js';
import { sharedItems } from './shared-items.js';

/** Microsoft has deprecated the list: after November 2026 it is empty. */
const EMPTY_FROM = Date.UTC(2026, 11, 1);

/** What others have shared with the caller. */
export function sharedWithMeRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    {
      method: 'GET',
      path: '/me/drive/sharedWithMe',
      operation: 'files.readAll',
      handle: (request) => list(mailboxes, request),
    },
  ];
}

function list(mailboxes: Mailboxes, { caller, url }: GraphRequest): GraphReply {
  const shared = mailboxes.now().getTime() < EMPTY_FROM ? sharedItems(mailboxes, caller.user) : [];
  const found = new Map(shared.map((open) => [open.item.id, open]));
  const context = contextUrl(url.origin, 'Collection(driveItem)');
  return ok({ '@odata.context': context, value: [...found.values()].map(remoteResource) });
}

/** An item of another drive, which is under `remoteItem`. */
function remoteResource({ drive, item }: OpenItem): Resource {
  const { '@odata.etag': _etag, eTag: _eTag, cTag: _cTag, ...remoteItem } = itemResource(drive, item);
  const { id, name, size, webUrl, createdDateTime, lastModifiedDateTime, createdBy, lastModifiedBy } = remoteItem;
  const own = { id, name, size, webUrl, createdDateTime, lastModifiedDateTime, createdBy, lastModifiedBy };
  return { ...own, remoteItem };
}
