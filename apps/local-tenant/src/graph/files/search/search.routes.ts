import { type GraphReply, type GraphRequest, type GraphRoute, atPaths } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import type { DriveStore } from '../drive-store.js';
import { listReply } from '../list-reply.js';
import type { DriveItem } from '../model.js';
import { openItem, type OpenItem } from '../open-item.js';
import { matchWords } from './search-words.js';

const SEARCHES = [
  "/me/drive/root/search(q='{q}')",
  "/me/drive/items/{driveItem-id}/search(q='{q}')",
  "/drives/{drive-id}/root/search(q='{q}')",
  "/drives/{drive-id}/items/{driveItem-id}/search(q='{q}')",
];

/** Finds what lies in a folder, however deep, by words of names and contents. */
export function driveSearchRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return atPaths(SEARCHES, {
    method: 'GET',
    operation: 'files.read',
    handle: (request) => search(openItem(mailboxes, request, 'read'), request),
  });
}

function search({ drive, item }: OpenItem, request: GraphRequest): GraphReply {
  const matches = matchWords(request.params['q'] ?? '');
  return listReply(request, drive, itemsBelow(drive, item).filter(matches));
}

export function itemsBelow(drive: DriveStore, folder: DriveItem): DriveItem[] {
  return drive.children(folder).flatMap((item) => [item, ...itemsBelow(drive, item)]);
}
