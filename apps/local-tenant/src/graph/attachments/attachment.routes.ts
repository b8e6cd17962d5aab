import { inCalendars } from '../calendar/paths.js';
import { GraphError, itemNotFound } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { pageOf } from '../odata/page.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown } from '../odata/select.js';
import { type AttachmentHolder, type OpenHolder, openMeeting, openMessage } from './attachment-holder.js';
import { attachmentResource } from './attachment-view.js';
import type { AttachmentUploads } from './attachment-uploads.js';
import type { Attachment } from './model.js';
import { readAttachment } from './read-attachment.js';
import { startUpload } from './start-upload.js';

const TYPE = 'Microsoft.OutlookServices.Attachment';
const PROPERTIES = ['id', 'name', 'contentType', 'size', 'isInline', 'lastModifiedDateTime'];

/** What is attached to messages and events: the list, one of them, its content, and what is added and taken away. */
export function attachmentRoutes(mailboxes: Mailboxes, uploads: AttachmentUploads): GraphRoute[] {
  const mail = { read: 'attachments.read', write: 'messages.write', open: openMessage } as const;
  const events = { read: 'eventAttachments.read', write: 'events.write', open: openMeeting } as const;
  return [
    ...routesBelow('/me/messages/{message-id}', mailboxes, uploads, mail),
    ...inCalendars('/events/{event-id}').flatMap((path) => routesBelow(path, mailboxes, uploads, events)),
  ];
}

interface Kind {
  readonly read: 'attachments.read' | 'eventAttachments.read';
  readonly write: 'messages.write' | 'events.write';
  readonly open: OpenHolder;
}

function routesBelow(path: string, mailboxes: Mailboxes, uploads: AttachmentUploads, kind: Kind): GraphRoute[] {
  const all = `${path}/attachments`;
  const one = `${all}/{attachment-id}`;
  const read = { method: 'GET', operation: kind.read } as const;
  const write = { operation: kind.write } as const;
  const bind = (level: 'Read' | 'ReadWrite', handle: Handler) => (request: GraphRequest) =>
    handle(request, kind.open(mailboxes, request, level), mailboxes.now());
  const upload = (request: GraphRequest) =>
    startUpload(uploads, request, () => kind.open(mailboxes, request, 'ReadWrite'), mailboxes.now());
  return [
    { ...read, path: all, handle: bind('Read', list) },
    { ...read, path: one, handle: bind('Read', get) },
    { ...read, path: `${one}/$value`, handle: bind('Read', content) },
    { ...write, method: 'POST', path: all, handle: bind('ReadWrite', add) },
    { ...write, method: 'POST', path: `${all}/createUploadSession`, handle: upload },
    { ...write, method: 'DELETE', path: one, handle: bind('ReadWrite', remove) },
  ];
}

type Handler = (request: GraphRequest, holder: AttachmentHolder, now: Date) => GraphReply;

function list(request: GraphRequest, { resource, attachments }: AttachmentHolder): GraphReply {
  const query = readQuery(request.query);
  requireKnown(query.select, PROPERTIES, TYPE);
  const page = pageOf(
    attachments.map((one) => attachmentResource(one)),
    query,
    request.url,
  );
  const value = page.items.map((attachment) => pick(attachment, query.select, ['id']));
  const context = contextUrl(request.url.origin, `${resource}/attachments`, query.select);
  return ok({ '@odata.context': context, ...page.annotations, value });
}

function get(request: GraphRequest, holder: AttachmentHolder): GraphReply {
  const { select } = readQuery(request.query, ['$expand']);
  requireKnown(select, PROPERTIES, TYPE);
  const found = attachmentOf(request, holder);
  const whole = attachmentResource(found, expandsItem(request.query) ? request.prefer : undefined);
  const inside = `('${encodeURIComponent(found.id)}')/microsoft.graph.itemAttachment/item`;
  const item = 'item' in whole ? { 'item@odata.context': entityContext(request, holder, inside) } : {};
  return ok({ '@odata.context': entityContext(request, holder), ...item, ...pick(whole, select, ['id']) });
}

function expandsItem(query: URLSearchParams): boolean {
  const expand = query.get('$expand');
  if (expand === null) return false;
  if (/^microsoft\.graph\.itemattachment\/item$/i.test(expand)) return true;
  throw new GraphError(501, 'NotImplemented', 'Only the item of an attachment is expanded here.');
}

/** The bytes of a file, or an attached message as MIME. */
function content(request: GraphRequest, holder: AttachmentHolder): GraphReply {
  const found = attachmentOf(request, holder);
  if (found.kind === 'file') {
    return { status: 200, content: { type: found.contentType, bytes: found.content } };
  }
  if (found.kind === 'reference') {
    throw new GraphError(405, 'ErrorInvalidRequest', 'A reference attachment has no content of its own.');
  }
  const { toMime } = found.item;
  if (!toMime) {
    throw new GraphError(501, 'NotImplemented', 'Of attached items only messages are served as content here.');
  }
  return { status: 200, content: { type: 'text/plain', bytes: toMime() } };
}

function add(request: GraphRequest, holder: AttachmentHolder, now: Date): GraphReply {
  const made = readAttachment(request.body, holder.mail, now);
  holder.keep([...holder.attachments, made]);
  return { status: 201, body: { '@odata.context': entityContext(request, holder), ...attachmentResource(made) } };
}

function remove(request: GraphRequest, holder: AttachmentHolder): GraphReply {
  const found = attachmentOf(request, holder);
  holder.keep(holder.attachments.filter((one) => one !== found));
  return { status: 204 };
}

function attachmentOf({ params }: GraphRequest, { attachments }: AttachmentHolder): Attachment {
  const found = attachments.find(({ id }) => id === params['attachment']);
  if (!found) throw itemNotFound();
  return found;
}

function entityContext({ url }: GraphRequest, { resource }: AttachmentHolder, inside = ''): string {
  return contextUrl(url.origin, `${resource}/attachments${inside}/$entity`);
}
