import type { GraphReply, GraphRequest, GraphRoute } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { type Answer, newAnswer } from './answers.js';
import { messageReply } from './message-list.js';
import { messageOf } from './message.routes.js';
import { sendDraft, sendNew } from './send-draft.js';
import { sendMail } from './send-mail.js';

const MESSAGE = '/me/messages/{message-id}';
const ANSWERS: readonly Answer[] = ['reply', 'replyAll', 'forward'];

/** Replies and forwards as drafts or sent at once, new messages sent at once, and the sending of a draft. */
export function draftRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const sending = { method: 'POST', operation: 'messages.send' } as const;
  return [
    ...ANSWERS.flatMap((answer) => answerRoutes(mailboxes, answer)),
    { ...sending, path: '/me/sendMail', handle: (request) => sendMail(mailboxes, request) },
    { ...sending, path: `${MESSAGE}/send`, handle: (request) => send(mailboxes, request) },
  ];
}

/** `createReply` makes a draft, `reply` sends it too. */
function answerRoutes(mailboxes: Mailboxes, answer: Answer): GraphRoute[] {
  const create = `create${answer.charAt(0).toUpperCase()}${answer.slice(1)}`;
  return [
    {
      method: 'POST',
      path: `${MESSAGE}/${create}`,
      operation: 'messages.write',
      handle: (request) => createAnswer(mailboxes, request, answer),
    },
    {
      method: 'POST',
      path: `${MESSAGE}/${answer}`,
      operation: 'messages.send',
      handle: (request) => sendAnswer(mailboxes, request, answer),
    },
  ];
}

async function createAnswer(mailboxes: Mailboxes, request: GraphRequest, answer: Answer): Promise<GraphReply> {
  const { mail } = mailboxes.of(request.caller.user);
  return messageReply(request, mail.add(await newAnswer(mailboxes, request, answer)), { status: 201 });
}

async function sendAnswer(mailboxes: Mailboxes, request: GraphRequest, answer: Answer): Promise<GraphReply> {
  sendNew(mailboxes, mailboxes.of(request.caller.user), await newAnswer(mailboxes, request, answer));
  return { status: 202 };
}

function send(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  sendDraft(mailboxes, mailboxes.of(request.caller.user), messageOf(mailboxes, request));
  return { status: 202 };
}
