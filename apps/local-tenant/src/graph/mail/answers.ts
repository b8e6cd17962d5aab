import type { EmailAddress } from '../calendar/model.js';
import { lowerCased, readObject, readText } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';
import type { GraphRequest } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import type { NewMessage } from './mail-store.js';
import { readHeaders } from './message-headers.js';
import { messageOf } from './message.routes.js';
import type { MailMessage, MessageFields } from './model.js';
import { quoting } from './quoted-history.js';
import { readMessage, readRecipients } from './read-message.js';
import { readMime } from './send-mail.js';

/** How a message is answered. */
export type Answer = 'reply' | 'replyAll' | 'forward';

/**
 * The draft of a reply or forward that a request asks for, as JSON or whole as base64 of MIME.
 * @throws GraphError where the same thing is said in two ways
 */
export async function newAnswer(mailboxes: Mailboxes, request: GraphRequest, answer: Answer): Promise<NewMessage> {
  const { mail, user } = mailboxes.of(request.caller.user);
  const owner = { name: user.displayName, address: user.mail };
  const original = messageOf(mailboxes, request);
  const draft = {
    folder: mail.wellKnown('drafts'),
    at: mailboxes.now(),
    isDraft: true,
    conversationId: original.conversationId,
  };
  if (typeof request.body === 'string') {
    const { fields, attachments, headers } = await readMime(request.body, mail, draft.at);
    const said = Object.entries(fields).filter(([, value]) => !Array.isArray(value) || value.length > 0);
    return {
      ...{ ...draft, attachments, headers },
      fields: { ...answerFields(original, owner, answer, ''), ...Object.fromEntries(said) },
    };
  }
  const asked = lowerCased(request.body ?? {});
  const changes = asked['message'] == null ? {} : readMessage(asked['message']);
  const comment = readText(asked['comment'] ?? null);
  const to = asked['torecipients'] === undefined ? undefined : readRecipients(asked['torecipients']);
  if (comment !== '' && changes.body) throw both('comment', 'message.body');
  if (to && changes.toRecipients) throw both('toRecipients', 'message.toRecipients');
  return {
    ...draft,
    fields: { ...answerFields(original, owner, answer, comment), ...(to ? { toRecipients: to } : {}), ...changes },
    attachments: answer === 'forward' ? original.attachments : [],
    headers: readHeaders(readObject(asked['message'] ?? {}, 'microsoft.graph.message')),
  };
}

function answerFields(
  original: MailMessage,
  owner: EmailAddress,
  answer: Answer,
  comment: string,
): Partial<MessageFields> {
  const { fields } = original;
  const prefix = answer === 'forward' ? 'FW: ' : 'RE: ';
  const isOwner = ({ address }: EmailAddress) => address.toLowerCase() === owner.address.toLowerCase();
  const senders = fields.replyTo.length > 0 ? fields.replyTo : fields.from ? [fields.from] : [];
  const everybody = [...senders, ...fields.toRecipients].filter((one) => !isOwner(one));
  const to = { reply: senders, replyAll: everybody, forward: [] }[answer];
  return {
    // One prefix in place of the one it has ([MS-OXCMSG] 2.2.1.9).
    subject: `${prefix}${fields.subject.replace(/^[^\d\s:]{1,3}: /, '')}`,
    from: owner,
    toRecipients: to,
    ccRecipients: answer === 'replyAll' ? fields.ccRecipients.filter((one) => !isOwner(one)) : [],
    body: quoting(original, comment),
  };
}

function both(one: string, other: string): Error {
  return badRequest('ErrorInvalidRequest', `Specify either ${one} or ${other}, not both.`);
}
