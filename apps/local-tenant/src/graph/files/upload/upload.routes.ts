import { readInteger, readObject } from '../../calendar/read-values.js';
import { GraphError } from '../../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, atPaths, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import { openTarget, writeContent, writeTarget } from '../content/write-target.js';
import { nameTaken } from '../drive-errors.js';
import { requireItemName } from '../item-names.js';
import { transferOrigin } from '../transfer-origin.js';
import { addressOf, readConflict, requireUnchanged } from '../item-request.js';
import type { UploadSessions } from './upload-sessions.js';

const UPLOADS = ['/me/drive/items/{driveItem-id}', '/drives/{drive-id}/items/{driveItem-id}'].map(
  (path) => `${path}/createUploadSession`,
);

/** Opens uploads in parts: of a new file by its folder and name, or of a file that is there. */
export function uploadRoutes(mailboxes: Mailboxes, sessions: UploadSessions): GraphRoute[] {
  return atPaths(UPLOADS, {
    method: 'POST',
    operation: 'files.write',
    handle: (request) => start(mailboxes, sessions, request),
  });
}

function start(mailboxes: Mailboxes, sessions: UploadSessions, request: GraphRequest): GraphReply {
  const body = readObject(request.body ?? {}, 'microsoft.graph.driveItem.createUploadSession');
  const wanted = readObject(body['item'] ?? {}, 'microsoft.graph.driveItemUploadableProperties');
  if (body['deferCommit'] === true) throw new GraphError(501, 'NotImplemented', 'deferCommit is not served here.');
  const { drive, ...target } = openTarget(mailboxes, request);
  const address = addressOf(request);
  requireItemName(target.name);
  if (target.there) requireUnchanged(target.there, request.ifMatch);
  const usual = target.there?.id === address ? 'replace' : 'fail';
  const conflict = readConflict(wanted['@microsoft.graph.conflictBehavior'], usual);
  if (target.there && conflict === 'fail') throw nameTaken();
  drive.requireSpace(readInteger(wanted['fileSize'] ?? 0, 0));
  const session = sessions.start(transferOrigin(request.url), drive, (content) =>
    writeContent(drive, writeTarget(drive, address), {
      content,
      at: mailboxes.now(),
      by: request.caller.user,
      conflict,
    }),
  );
  const context = contextUrl(request.url.origin, 'microsoft.graph.uploadSession');
  return ok({ '@odata.context': context, ...session });
}
