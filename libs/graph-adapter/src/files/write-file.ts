import type { CallLimits, NewFile } from '@app/domain';
import type { DriveItem as GraphDriveItem, UploadSession } from '@microsoft/microsoft-graph-types';
import type { GraphSession } from '../http/graph-session.js';
import { pathBelow, withQuery } from './drive-path.js';
import { transferUrl } from './transfer.js';
import { uploadInParts } from './upload.js';

/** What is sent in one request; more goes by an upload session. */
const AT_ONCE = 4 * 1024 * 1024;
const CONFLICT = '@microsoft.graph.conflictBehavior';

/** Creates or replaces a file below a folder. */
export async function writeFile(
  session: GraphSession,
  origin: string,
  limits: CallLimits,
  { folder, name, content, contentType, ifExists, version }: NewFile,
): Promise<GraphDriveItem> {
  if (content.byteLength <= AT_ONCE) {
    const path = withQuery(pathBelow(folder, name, 'content'), { [CONFLICT]: ifExists });
    return session.put<GraphDriveItem>(path, content, contentType, version);
  }
  const path = pathBelow(folder, name, 'createUploadSession');
  const { uploadUrl } = await session.ask<UploadSession>(path, { item: { [CONFLICT]: ifExists } }, undefined, version);
  return uploadInParts(transferUrl(uploadUrl, origin), content, limits);
}
