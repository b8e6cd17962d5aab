import { readObject, readText } from '../../calendar/read-values.js';
import { GraphError } from '../../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, atPaths } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { invalidRequest } from '../drive-errors.js';
import type { DriveStore } from '../drive-store.js';
import { requireItemName } from '../item-names.js';
import { readConflict } from '../item-request.js';
import type { ConflictBehavior, DriveItem } from '../model.js';
import { type OpenItem, openItem } from '../open-item.js';
import { transferOrigin } from '../transfer-origin.js';
import type { CopyJobs, CopyResult } from './copy-jobs.js';

const COPY = ['/me/drive/items/{driveItem-id}/copy', '/drives/{drive-id}/items/{driveItem-id}/copy'];

/** Copies of files and folders, which are made at once and told of as the real ones are: by a monitor. */
export function copyRoutes(mailboxes: Mailboxes, jobs: CopyJobs): GraphRoute[] {
  return atPaths(COPY, {
    method: 'POST',
    operation: 'files.write',
    handle: (request) => copy(mailboxes, jobs, request),
  });
}

function copy(mailboxes: Mailboxes, jobs: CopyJobs, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'read');
  const body = readObject(request.body ?? {}, 'microsoft.graph.driveItem.copy');
  if (body['childrenOnly'] === true) throw new GraphError(501, 'NotImplemented', 'childrenOnly is not served here.');
  const name = body['name'] == null ? item.name : readText(body['name']);
  requireItemName(name);
  const to = destinationOf(mailboxes, request, { drive, item }, body['parentReference']);
  const conflict = readConflict(request.query.get('@microsoft.graph.conflictBehavior'), 'fail');
  const made = (): DriveItem => copyInto(to.drive, to.item, { drive, item, name }, mailboxes.now(), conflict);
  return { status: 202, headers: { Location: jobs.add(transferOrigin(request.url), resultOf(made)) } };
}

/** A folder of a drive that the request names, or the one that the item is in. */
function destinationOf(mailboxes: Mailboxes, request: GraphRequest, { item }: OpenItem, parent: unknown): OpenItem {
  const { driveId, id } = readObject(parent ?? {}, 'microsoft.graph.itemReference');
  const drive = driveId === undefined ? {} : { drive: readText(driveId) };
  const there = { ...request, params: { ...request.params, ...drive } };
  const to = openItem(mailboxes, there, 'write', id === undefined ? (item.parentId ?? 'root') : readText(id));
  if (to.item.content || to.drive.around(to.item).some((outer) => outer.id === item.id)) {
    throw invalidRequest('The parent is not a folder for it.');
  }
  return to;
}

/** With all that is in it. */
function copyInto(
  to: DriveStore,
  parent: DriveItem,
  { drive, item, name }: { readonly drive: DriveStore; readonly item: DriveItem; readonly name: string },
  at: Date,
  conflict: ConflictBehavior,
): DriveItem {
  const { content, contentType } = item;
  const inside = drive.children(item);
  const made = to.add({ parent, name, content, contentType, at, conflict });
  for (const child of inside) copyInto(to, made, { drive, item: child, name: child.name }, at, 'fail');
  return made;
}

function resultOf(make: () => DriveItem): CopyResult {
  try {
    return { itemId: make().id };
  } catch (error) {
    if (error instanceof GraphError) return { error };
    throw error;
  }
}
