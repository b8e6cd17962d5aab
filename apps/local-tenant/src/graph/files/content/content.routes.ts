import { type GraphReply, type GraphRequest, type GraphRoute, atPaths } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { invalidRequest } from '../drive-errors.js';
import { itemReply } from '../item-reply.js';
import { readConflict, requireUnchanged } from '../item-request.js';
import { openItem, type OpenItem } from '../open-item.js';
import { transferOrigin } from '../transfer-origin.js';
import type { Downloads } from './downloads.js';
import { contentOf, type FileContent } from './file-content.js';
import { openTarget, writeContent } from './write-target.js';

const CONTENT = ['/me/drive/items/{driveItem-id}/content', '/drives/{drive-id}/items/{driveItem-id}/content'];

/** Contents of files: read by way of a download address, written in one request. */
export function contentRoutes(mailboxes: Mailboxes, downloads: Downloads): GraphRoute[] {
  return [
    ...atPaths(CONTENT, {
      method: 'GET',
      operation: 'files.read',
      handle: (request) => download(openItem(mailboxes, request, 'read'), downloads, request),
    }),
    ...atPaths(CONTENT, {
      method: 'PUT',
      operation: 'files.write',
      handle: (request) => upload(mailboxes, request),
    }),
  ];
}

function download({ drive, item }: OpenItem, downloads: Downloads, request: GraphRequest): GraphReply {
  const { id, content } = item;
  if (!content) throw invalidRequest('A folder has no content.');
  return { status: 302, headers: { Location: downloads.addressOf(transferOrigin(request.url), drive, id) } };
}

/** Below a folder by name (`{folder}:/{name}:`), which makes the file if need be; or in place of a file's content. */
function upload(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const content = (request.body as FileContent | undefined) ?? contentOf(Buffer.alloc(0));
  const { drive, ...target } = openTarget(mailboxes, request);
  if (target.there) requireUnchanged(target.there, request.ifMatch);
  const conflict = readConflict(request.query.get('@microsoft.graph.conflictBehavior'), 'replace');
  const written = { content, contentType: request.contentType, at: mailboxes.now(), by: request.caller.user, conflict };
  const { item, status } = writeContent(drive, target, written);
  return itemReply(request, drive, item, status);
}
