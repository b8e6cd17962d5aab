import { type GraphReply, type GraphRequest, type GraphRoute, atPaths } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import type { Downloads } from './downloads.js';
import { invalidRequest } from './drive-errors.js';
import type { DriveStore } from './drive-store.js';
import { addressOf, driveOf, readConflict, requireUnchanged } from './item-request.js';
import { itemReply } from './item-reply.js';

const CONTENT = ['/me/drive/items/{driveItem-id}/content', '/drives/{drive-id}/items/{driveItem-id}/content'];

/** Contents of files: read by way of a download address, written in one request. */
export function contentRoutes(mailboxes: Mailboxes, downloads: Downloads): GraphRoute[] {
  return [
    ...atPaths(CONTENT, {
      method: 'GET',
      operation: 'files.read',
      handle: (request) => download(driveOf(mailboxes, request), downloads, request),
    }),
    ...atPaths(CONTENT, {
      method: 'PUT',
      operation: 'files.write',
      handle: (request) => upload(driveOf(mailboxes, request), mailboxes.now(), request),
    }),
  ];
}

function download(drive: DriveStore, downloads: Downloads, request: GraphRequest): GraphReply {
  const { content, contentType } = drive.find(addressOf(request));
  if (!content) throw invalidRequest('A folder has no content.');
  return { status: 302, headers: { Location: downloads.addressOf(request.url.origin, content, contentType) } };
}

/** Below a folder by name (`{folder}:/{name}:`), which makes the file if need be; or in place of a file's content. */
function upload(drive: DriveStore, at: Date, request: GraphRequest): GraphReply {
  const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const address = addressOf(request);
  const [, parentAddress, name] = /^(.+?:?)\/([^/]+)$/s.exec(address) ?? [];
  if (parentAddress === undefined || name === undefined) {
    const item = drive.find(address);
    if (!item.content) throw invalidRequest('A folder has no content.');
    requireUnchanged(item, request.ifMatch);
    return itemReply(request, drive, drive.save({ ...item, content }, at));
  }
  const parent = drive.find(parentAddress.replace(/:$/, ''));
  const there = drive.child(parent, name);
  if (there) requireUnchanged(there, request.ifMatch);
  const conflict = readConflict(request.query.get('@microsoft.graph.conflictBehavior'), 'replace');
  const made = drive.add({ parent, name, content, at, conflict });
  return itemReply(request, drive, made, made.id === there?.id ? 200 : 201);
}
