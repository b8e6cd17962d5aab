import { GraphError } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { filtered } from '../odata/filter.js';
import { pageOf } from '../odata/page.js';
import { readQuery } from '../odata/query.js';
import { type Resource, pick, requireKnown } from '../odata/select.js';
import { FOLDER_PROPERTIES, folderResource } from './folder-view.js';
import type { MailStore } from './mail-store.js';

const TYPE = 'Microsoft.OutlookServices.MailFolder';
const FOLDER = '/me/mailFolders/{mailFolder-id}';

/** Mail folders: the top ones, those within one, and one by id or well-known name. */
export function mailFolderRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'mailFolders.read' } as const;
  const mailOf = ({ caller }: GraphRequest) => mailboxes.of(caller.user).mail;
  return [
    { ...read, path: '/me/mailFolders', handle: (request) => list(request, mailOf(request), mailOf(request).rootId) },
    { ...read, path: FOLDER, handle: (request) => get(request, mailOf(request)) },
    {
      ...read,
      path: `${FOLDER}/childFolders`,
      handle: (request) =>
        list(request, mailOf(request), mailOf(request).folder(request.params['mailFolder'] ?? '').id),
    },
  ];
}

function list(request: GraphRequest, mail: MailStore, parentId: string): GraphReply {
  const query = readQuery(request.query, ['$filter', '$expand']);
  const all = childrenOf(mail, parentId, request.query.get('includeHiddenFolders') === 'true');
  requireKnown(query.select, FOLDER_PROPERTIES, TYPE);
  const page = pageOf(filtered(all, query, FOLDER_PROPERTIES), query, request.url);
  const context = contextUrl(request.url.origin, `users('${request.caller.user.id}')/mailFolders`, query.select);
  const inside = expandsChildren(request.query);
  const value = page.items.map((folder) => ({
    ...pick(folder, query.select, ['id']),
    ...(inside && { childFolders: childrenOf(mail, String(folder['id']), false) }),
  }));
  return ok({ '@odata.context': context, ...page.annotations, value });
}

function childrenOf(mail: MailStore, parentId: string, withHidden: boolean): Resource[] {
  const folders = [...mail.folders.values()].filter(
    (folder) => folder.parentId === parentId && (withHidden || !folder.isHidden),
  );
  return folders.map((folder) => folderResource(mail, folder));
}

function expandsChildren(query: URLSearchParams): boolean {
  const expand = query.get('$expand');
  if (expand === null) return false;
  if (/^childFolders$/i.test(expand.trim())) return true;
  throw new GraphError(501, 'NotImplemented', 'Only child folders are expanded here.');
}

function get(request: GraphRequest, mail: MailStore): GraphReply {
  const { select } = readQuery(request.query);
  requireKnown(select, FOLDER_PROPERTIES, TYPE);
  const shown = folderResource(mail, mail.folder(request.params['mailFolder'] ?? ''));
  const context = contextUrl(request.url.origin, `users('${request.caller.user.id}')/mailFolders/$entity`, select);
  return ok({ '@odata.context': context, ...pick(shown, select, ['id']) });
}
