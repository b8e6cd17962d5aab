import { attachmentResource } from '../attachments/attachment-view.js';
import { eventResource } from '../calendar/event-view.js';
import { wholeItem } from '../calendar/instances.js';
import { GraphError, badRequest } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, atPaths } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import type { Resource } from '../odata/select.js';
import { messageListReply, messageReply } from './message-list.js';
import { messageEtag } from './message-view.js';
import type { MailMessage } from './model.js';
import { readDestination } from './read-destination.js';
import { toMime } from './to-mime.js';
import { readMessage } from './read-message.js';
import { readMime, readParts } from './send-mail.js';

const MESSAGES = '/me/messages';
const MESSAGE = '/me/messages/{message-id}';
const IN_FOLDER = '/me/mailFolders/{mailFolder-id}/messages';

/** Messages: lists, one message, drafts made and changed, moving and deleting. */
export function messageRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'messages.read' } as const;
  const write = { operation: 'messages.write' } as const;
  const bind = (handle: Handler) => (request: GraphRequest) => handle(mailboxes, request);
  return [
    ...atPaths([MESSAGES, IN_FOLDER], { ...read, handle: bind(list) }),
    ...atPaths([MESSAGES, IN_FOLDER], { ...write, method: 'POST', handle: bind(create) }),
    { ...read, path: MESSAGE, handle: bind(get) },
    { ...read, operation: 'messages.mime', path: `${MESSAGE}/$value`, handle: bind(getMime) },
    { ...write, method: 'PATCH', path: MESSAGE, handle: bind(update) },
    { ...write, method: 'DELETE', path: MESSAGE, handle: bind(remove) },
    { ...write, method: 'POST', path: `${MESSAGE}/move`, handle: bind(move) },
    { ...write, method: 'POST', path: `${MESSAGE}/copy`, handle: bind(copy) },
  ];
}

type Handler = (mailboxes: Mailboxes, request: GraphRequest) => GraphReply | Promise<GraphReply>;

function list(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mail, user } = mailboxes.of(request.caller.user);
  const asked = request.params['mailFolder'];
  const folder = asked === undefined ? undefined : mail.folder(asked);
  const messages = mail.messages.filter(({ folderId }) => folder === undefined || folderId === folder.id);
  const below = folder === undefined ? 'messages' : `mailFolders('${encodeURIComponent(folder.id)}')/messages`;
  return messageListReply(request, `users('${user.id}')/${below}`, messages);
}

function get(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const message = messageOf(mailboxes, request);
  return messageReply(request, message, { expanded: expandedOf(mailboxes, request, message) });
}

/** What `$expand` asks for. Extensions are not kept here. */
function expandedOf(mailboxes: Mailboxes, request: GraphRequest, message: MailMessage): Resource {
  const expand = request.query.get('$expand') ?? '';
  if (/^attachments(\(|$)/i.test(expand))
    return { attachments: message.attachments.map((one) => attachmentResource(one)) };
  return /^extensions\(/i.test(expand) ? { extensions: [] } : expandedEvent(mailboxes, request, message);
}

/** `$expand=microsoft.graph.eventMessage/event`: the event in the caller's calendar; of other messages nothing. */
function expandedEvent(mailboxes: Mailboxes, request: GraphRequest, { meeting }: MailMessage): Resource {
  if (!/^microsoft\.graph\.eventMessage\/event$/i.test(request.query.get('$expand') ?? '')) return {};
  const item = meeting && mailboxes.of(request.caller.user).itemByUid(meeting.uid);
  const options = { prefer: request.prefer, basic: false, isOwn: true, seesPrivate: true };
  const user = `users('${request.caller.user.id}')`;
  const context = contextUrl(request.url.origin, `${user}/messages/microsoft.graph.eventMessage/event/$entity`);
  return { 'event@odata.context': context, event: item ? eventResource(wholeItem(item), options) : null };
}

function getMime(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  return { status: 200, content: { type: 'text/plain', bytes: toMime(messageOf(mailboxes, request)) } };
}

async function create(mailboxes: Mailboxes, request: GraphRequest): Promise<GraphReply> {
  const { mail, user } = mailboxes.of(request.caller.user);
  const { body, params } = request;
  const at = mailboxes.now();
  const owner = { name: user.displayName, address: user.mail };
  const folder = mail.folder(params['mailFolder'] ?? 'drafts');
  const read = typeof body === 'string' ? await readMime(body, mail, at) : readParts(body, mail, at);
  const draft = mail.add({ ...read, folder, at, isDraft: true, fields: { from: owner, ...read.fields } });
  return messageReply(request, draft, { status: 201 });
}

function update(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const message = messageOf(mailboxes, request);
  requireMatch(message, request.ifMatch);
  const changes = readMessage(request.body);
  if (!message.isDraft) assertChangeable(Object.keys(changes));
  const changed = { ...message, fields: { ...message.fields, ...changes } };
  return messageReply(request, mailboxes.of(request.caller.user).mail.save(changed, mailboxes.now()));
}

function remove(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mail } = mailboxes.of(request.caller.user);
  const message = messageOf(mailboxes, request);
  const bin = mail.wellKnown('deleteditems');
  if (message.folderId === bin.id) mail.remove(message);
  else mail.move(message, bin, mailboxes.now());
  return { status: 204 };
}

function move(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mail } = mailboxes.of(request.caller.user);
  const folder = mail.folder(readDestination(request.body));
  return messageReply(request, mail.move(messageOf(mailboxes, request), folder, mailboxes.now()), { status: 201 });
}

function copy(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mail } = mailboxes.of(request.caller.user);
  const folder = mail.folder(readDestination(request.body));
  return messageReply(request, mail.copy(messageOf(mailboxes, request), folder, mailboxes.now()), { status: 201 });
}

/** The message a path names, in the caller's mailbox. */
export function messageOf(mailboxes: Mailboxes, { caller, params }: GraphRequest): MailMessage {
  return mailboxes.of(caller.user).mail.message(params['message'] ?? '');
}

/** What can still be said of a message that was sent or received. */
const ALWAYS_CHANGEABLE = ['isRead', 'categories', 'flagStatus', 'importance'];

function assertChangeable(names: readonly string[]): void {
  if (names.every((name) => ALWAYS_CHANGEABLE.includes(name))) return;
  throw badRequest('ErrorInvalidPropertySet', 'The property can only be set when the message is in draft state.');
}

/** @throws GraphError 412 when the message is no longer as the caller saw it (RFC 9110, 13.1.1) */
function requireMatch(message: MailMessage, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*' || ifMatch.trim() === messageEtag(message)) return;
  throw new GraphError(
    412,
    'ErrorIrresolvableConflict',
    'The change key passed in the request does not match the current change key for the item.',
  );
}
