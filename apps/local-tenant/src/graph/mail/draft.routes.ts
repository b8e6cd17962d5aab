import type { EmailAddress } from '../calendar/model.js';
import { lowerCased, readObject, readText } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';
import type { GraphReply, GraphRequest, GraphRoute } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { readHeaders } from './message-headers.js';
import { messageReply } from './message-list.js';
import { messageOf } from './message.routes.js';
import type { MailMessage, MessageFields } from './model.js';
import { quoting } from './quoted-history.js';
import { readMessage, readRecipients } from './read-message.js';
import { sendMail } from './send-mail.js';
import { sendDraft } from './send-draft.js';

const MESSAGE = '/me/messages/{message-id}';
const ANSWERS = ['createReply', 'createReplyAll', 'createForward'] as const;
type Answer = (typeof ANSWERS)[number];

/** Replies and forwards as drafts, and the sending of a draft. */
export function draftRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const answers = ANSWERS.map((answer): GraphRoute => ({
    method: 'POST',
    path: `${MESSAGE}/${answer}`,
    operation: 'messages.write',
    handle: (request) => createAnswer(mailboxes, request, answer),
  }));
  return [
    ...answers,
    {
      method: 'POST',
      path: '/me/sendMail',
      operation: 'messages.send',
      handle: (request) => sendMail(mailboxes, request),
    },
    {
      method: 'POST',
      path: `${MESSAGE}/send`,
      operation: 'messages.send',
      handle: (request) => send(mailboxes, request),
    },
  ];
}

function createAnswer(mailboxes: Mailboxes, request: GraphRequest, answer: Answer): GraphReply {
  const { mail, user } = mailboxes.of(request.caller.user);
  const owner = { name: user.displayName, address: user.mail };
  const original = messageOf(mailboxes, request);
  const asked = lowerCased(request.body ?? {});
  const changes = asked['message'] === undefined ? {} : readMessage(asked['message']);
  const comment = readText(asked['comment'] ?? null);
  const to = asked['torecipients'] === undefined ? undefined : readRecipients(asked['torecipients']);
  if (comment !== '' && changes.body) throw both('comment', 'message.body');
  if (to && changes.toRecipients) throw both('toRecipients', 'message.toRecipients');
  const draft = mail.add({
    folder: mail.wellKnown('drafts'),
    fields: { ...answerFields(original, owner, answer, comment), ...(to ? { toRecipients: to } : {}), ...changes },
    at: mailboxes.now(),
    isDraft: true,
    conversationId: original.conversationId,
    attachments: answer === 'createForward' ? original.attachments : [],
    headers: readHeaders(readObject(asked['message'] ?? {}, 'microsoft.graph.message')),
  });
  return messageReply(request, draft, { status: 201 });
}

function answerFields(
  original: MailMessage,
  owner: EmailAddress,
  answer: Answer,
  comment: string,
): Partial<MessageFields> {
  const { fields } = original;
  const prefix = answer === 'createForward' ? 'FW: ' : 'RE: ';
  const isOwner = ({ address }: EmailAddress) => address.toLowerCase() === owner.address.toLowerCase();
  const senders = fields.replyTo.length > 0 ? fields.replyTo : fields.from ? [fields.from] : [];
  const everybody = [...senders, ...fields.toRecipients].filter((one) => !isOwner(one));
  const to = { createReply: senders, createReplyAll: everybody, createForward: [] }[answer];
  return {
    // One prefix in place of the one it has ([MS-OXCMSG] 2.2.1.9).
    subject: `${prefix}${fields.subject.replace(/^[^\d\s:]{1,3}: /, '')}`,
    from: owner,
    toRecipients: to,
    ccRecipients: answer === 'createReplyAll' ? fields.ccRecipients.filter((one) => !isOwner(one)) : [],
    body: quoting(original, comment),
  };
}

function send(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  sendDraft(mailboxes, mailboxes.of(request.caller.user), messageOf(mailboxes, request));
  return { status: 202 };
}

function both(one: string, other: string): Error {
  return badRequest('ErrorInvalidRequest', `Specify either ${one} or ${other}, not both.`);
}
