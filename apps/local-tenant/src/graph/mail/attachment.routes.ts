import { GraphError, itemNotFound } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { pageOf } from '../odata/page.js';
import { readQuery } from '../odata/query.js';
import { pick, requireKnown } from '../odata/select.js';
import { attachmentResource } from './attachment-view.js';
import { messageOf } from './message.routes.js';
import { readAttachment } from './read-attachment.js';

const ATTACHMENTS = '/me/messages/{message-id}/attachments';
const TYPE = 'Microsoft.OutlookServices.Attachment';
const PROPERTIES = ['id', 'name', 'contentType', 'size', 'isInline', 'lastModifiedDateTime'];

/** What is attached to messages: the list, one of them, and a small file added to a draft. */
export function attachmentRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'attachments.read' } as const;
  return [
    { ...read, path: ATTACHMENTS, handle: (request) => list(mailboxes, request) },
    { ...read, path: `${ATTACHMENTS}/{attachment-id}`, handle: (request) => get(mailboxes, request) },
    { method: 'POST', operation: 'messages.write', path: ATTACHMENTS, handle: (request) => add(mailboxes, request) },
  ];
}

function list(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const query = readQuery(request.query);
  requireKnown(query.select, PROPERTIES, TYPE);
  const page = pageOf(
    messageOf(mailboxes, request).attachments.map((one) => attachmentResource(one)),
    query,
    request.url,
  );
  const value = page.items.map((attachment) => pick(attachment, query.select, ['id']));
  return ok({ '@odata.context': contextOf(request, '', query.select), ...page.annotations, value });
}

function get(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { select } = readQuery(request.query, ['$expand']);
  requireKnown(select, PROPERTIES, TYPE);
  const found = messageOf(mailboxes, request).attachments.find(({ id }) => id === request.params['attachment']);
  if (!found) throw itemNotFound();
  const whole = attachmentResource(found, expandsItem(request.query) ? request.prefer : undefined);
  const item = 'item' in whole ? { 'item@odata.context': contextOf(request, '/item/$entity') } : {};
  return ok({ '@odata.context': contextOf(request, '/$entity'), ...item, ...pick(whole, select, ['id']) });
}

function expandsItem(query: URLSearchParams): boolean {
  const expand = query.get('$expand');
  if (expand === null) return false;
  if (/^microsoft\.graph\.itemattachment\/item$/i.test(expand)) return true;
  throw new GraphError(501, 'NotImplemented', 'Only the item of an attachment is expanded here.');
}

function add(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { mail } = mailboxes.of(request.caller.user);
  const message = messageOf(mailboxes, request);
  const now = mailboxes.now();
  const made = readAttachment(request.body, mail.ids.nextItemId(), `${now.toISOString().slice(0, 19)}Z`);
  mail.save({ ...message, attachments: [...message.attachments, made] }, now);
  return { status: 201, body: { '@odata.context': contextOf(request, '/$entity'), ...attachmentResource(made) } };
}

function contextOf({ caller, params, url }: GraphRequest, entity: string, select?: readonly string[]): string {
  const message = encodeURIComponent(params['message'] ?? '');
  return contextUrl(url.origin, `users('${caller.user.id}')/messages('${message}')/attachments${entity}`, select);
}
