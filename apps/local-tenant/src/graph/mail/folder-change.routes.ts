import { readBoolean, readObject, readText, refuseUnknown } from '../calendar/read-values.js';
import { GraphError, badRequest, validationFailure } from '../errors.js';
import type { GraphReply, GraphRequest, GraphRoute } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { FOLDER_PROPERTIES, folderResource } from './folder-view.js';
import type { MailStore } from './mail-store.js';
import type { MailFolder } from './model.js';
import { readDestination } from './read-destination.js';

const FOLDERS = '/me/mailFolders';
const FOLDER = `${FOLDERS}/{mailFolder-id}`;

/** Mail folders made, renamed, moved, copied and deleted; those that every mailbox has stay. */
export function mailFolderChangeRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const route = (method: GraphRoute['method'], path: string, handle: Handler): GraphRoute => ({
    method,
    path,
    operation: 'mailFolders.write',
    handle: (request) => handle(request, mailboxes.of(request.caller.user).mail, mailboxes.now()),
  });
  return [
    route('POST', FOLDERS, create),
    route('POST', `${FOLDER}/childFolders`, create),
    route('PATCH', FOLDER, rename),
    route('DELETE', FOLDER, remove),
    route('POST', `${FOLDER}/move`, move),
    route('POST', `${FOLDER}/copy`, copy),
  ];
}

type Handler = (request: GraphRequest, mail: MailStore, now: Date) => GraphReply;

function create(request: GraphRequest, mail: MailStore): GraphReply {
  const parent = request.params['mailFolder'];
  const parentId = parent === undefined ? mail.rootId : mail.folder(parent).id;
  const { name, isHidden } = readFolder(request.body);
  if (name === undefined) throw validationFailure();
  requireFree(mail, parentId, name);
  return reply(request, mail, mail.addFolder(name, parentId, undefined, isHidden), 201);
}

function rename(request: GraphRequest, mail: MailStore): GraphReply {
  const folder = folderOf(request, mail);
  const { name = folder.name } = readFolder(request.body);
  if (name === folder.name) return reply(request, mail, folder);
  requireOwn(folder);
  requireFree(mail, folder.parentId, name);
  return reply(request, mail, mail.saveFolder({ ...folder, name }));
}

/** Into Deleted Items with all that is in it, and from there for good. */
function remove(request: GraphRequest, mail: MailStore): GraphReply {
  const folder = requireOwn(folderOf(request, mail));
  const bin = mail.wellKnown('deleteditems');
  if (isWithin(mail, folder, bin)) mail.removeFolder(folder);
  else mail.saveFolder({ ...folder, parentId: bin.id });
  return { status: 204 };
}

function move(request: GraphRequest, mail: MailStore): GraphReply {
  const folder = requireOwn(folderOf(request, mail));
  const parent = destinationOf(request, mail, folder);
  return reply(request, mail, mail.saveFolder({ ...folder, parentId: parent.id }), 201);
}

function copy(request: GraphRequest, mail: MailStore, now: Date): GraphReply {
  const folder = folderOf(request, mail);
  const parent = destinationOf(request, mail, folder);
  return reply(request, mail, mail.copyFolder(folder, parent, now), 201);
}

function destinationOf(request: GraphRequest, mail: MailStore, folder: MailFolder): MailFolder {
  const parent = mail.folder(readDestination(request.body));
  if (isWithin(mail, parent, folder)) {
    throw badRequest('ErrorMoveCopyFailed', 'A folder cannot be moved or copied into itself.');
  }
  requireFree(mail, parent.id, folder.name);
  return parent;
}

function folderOf({ params }: GraphRequest, mail: MailStore): MailFolder {
  return mail.folder(params['mailFolder'] ?? '');
}

function readFolder(body: unknown): { readonly name: string | undefined; readonly isHidden: boolean } {
  const folder = readObject(body, 'microsoft.graph.mailFolder');
  if (/mailSearchFolder$/i.test(readText(folder['@odata.type'] ?? null))) {
    throw new GraphError(501, 'NotImplemented', 'Search folders are not served here.');
  }
  refuseUnknown(folder, FOLDER_PROPERTIES, 'Microsoft.OutlookServices.MailFolder');
  const { displayName, isHidden = false } = folder;
  const name = displayName === undefined ? undefined : readText(displayName).trim();
  if (name === '') throw validationFailure();
  return { name, isHidden: readBoolean(isHidden) };
}

function isWithin(mail: MailStore, { id, parentId }: MailFolder, outer: MailFolder): boolean {
  if (id === outer.id) return true;
  const parent = mail.folders.get(parentId);
  return parent !== undefined && isWithin(mail, parent, outer);
}

function requireFree(mail: MailStore, parentId: string, name: string): void {
  const isTaken = [...mail.folders.values()].some(
    (folder) => folder.parentId === parentId && folder.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw new GraphError(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
}

function requireOwn(folder: MailFolder): MailFolder {
  if (folder.wellKnownName === undefined) return folder;
  throw badRequest('ErrorDeleteDistinguishedFolder', 'A distinguished folder cannot be renamed, moved or deleted.');
}

function reply({ caller, url }: GraphRequest, mail: MailStore, folder: MailFolder, status = 200): GraphReply {
  const context = contextUrl(url.origin, `users('${caller.user.id}')/mailFolders/$entity`);
  return { status, body: { '@odata.context': context, ...folderResource(mail, folder) } };
}
