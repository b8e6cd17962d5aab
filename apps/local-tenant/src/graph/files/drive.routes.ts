import { type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown, type Resource } from '../odata/select.js';
import type { DriveStore } from './drive-store.js';
import { driveOf, openItem } from './open-item.js';

/** The own drive, alone, by its id, and as the only one. */
export function driveRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'drive.read' } as const;
  const drive = (request: GraphRequest) => driveResource(driveOf(mailboxes, request));
  const answer = (request: GraphRequest, set: string, of: (drive: Resource) => Resource) => {
    const { select } = readQuery(request.query);
    const own = drive(request);
    requireKnown(select, Object.keys(own), 'microsoft.graph.drive');
    return ok({ '@odata.context': contextUrl(request.url.origin, set, select), ...of(pick(own, select, ['id'])) });
  };
  const answerNamed = (request: GraphRequest) => {
    openItem(mailboxes, request, 'read', 'root');
    return answer(request, 'drives/$entity', (own) => own);
  };
  return [
    { ...read, path: '/me/drive', handle: (request) => answer(request, 'drives/$entity', (own) => own) },
    { ...read, path: '/drives/{drive-id}', handle: (request) => answerNamed(request) },
    { ...read, path: '/me/drives', handle: (request) => answer(request, 'drives', (own) => ({ value: [own] })) },
  ];
}

function driveResource({ id, owner, bin, usedBytes: used, quota: total }: DriveStore): Resource {
  const deleted = bin.reduce((sum, { content }) => sum + (content?.size ?? 0), 0);
  const state = used < total ? 'normal' : 'exceeded';
  return {
    id,
    name: 'OneDrive',
    driveType: 'business',
    owner: { user: { id: owner.id, displayName: owner.displayName } },
    quota: { deleted, remaining: Math.max(0, total - used), state, total, used },
  };
}
