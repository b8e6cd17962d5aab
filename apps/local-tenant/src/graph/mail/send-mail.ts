import PostalMime, { type Address } from 'postal-mime';
import type { Attachment, FileAttachment } from '../attachments/model.js';
import { readAttachment } from '../attachments/read-attachment.js';
import type { EmailAddress } from '../calendar/model.js';
import { lowerCased, readFlag, readList, readObject } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';
import type { GraphReply, GraphRequest } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import type { MailStore } from './mail-store.js';
import type { MailMessage, MessageFields } from './model.js';
import { customHeaders, readHeaders } from './message-headers.js';
import { readMessage } from './read-message.js';
import { sendNew } from './send-draft.js';

/** What a message to send or to keep as a draft is made of. */
export interface Sent {
  readonly fields: Partial<MessageFields>;
  readonly attachments: readonly Attachment[];
  readonly headers: MailMessage['headers'];
  readonly internetMessageId?: string;
  readonly conversationId?: string;
  /** False where it is not to be kept in Sent Items. */
  readonly isKept?: boolean;
}

/** `POST /me/sendMail`: a message as JSON, or whole as base64 of MIME. */
export async function sendMail(mailboxes: Mailboxes, { caller, body }: GraphRequest): Promise<GraphReply> {
  const sender = mailboxes.of(caller.user);
  const { mail, user } = sender;
  const at = mailboxes.now();
  const {
    isKept = true,
    fields,
    ...rest
  } = typeof body === 'string' ? await readMime(body, mail, at) : readJson(body, mail, at);
  const from = { name: user.displayName, address: user.mail };
  const message = { ...rest, folder: mail.wellKnown('drafts'), at, isDraft: true, fields: { from, ...fields } };
  const sent = sendNew(mailboxes, sender, message);
  if (!isKept) mail.remove(sent);
  return { status: 202 };
}

function readJson(body: unknown, mail: MailStore, at: Date): Sent {
  const { message, savetosentitems: isKept = true } = lowerCased(body ?? {});
  if (message === undefined) throw badRequest('ErrorInvalidParameter', 'The Message parameter is required.');
  return { ...readParts(message, mail, at), isKept: readFlag(isKept) };
}

/** A message as JSON, with its headers and what is attached to it. */
export function readParts(message: unknown, mail: MailStore, at: Date): Sent {
  const { attachments = [] } = lowerCased(message);
  return {
    fields: readMessage(message),
    headers: readHeaders(readObject(message, 'microsoft.graph.message')),
    attachments: readList(attachments, 'microsoft.graph.attachment').map((one) => readAttachment(one, mail, at)),
  };
}

/** A message as base64 of MIME. */
export async function readMime(body: string, mail: MailStore, at: Date): Promise<Sent> {
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length === 0)
    throw badRequest('ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.');
  const read = await PostalMime.parse(bytes, { rfc822Attachments: true });
  return {
    internetMessageId: read.messageId,
    headers: customHeaders(read.headers),
    conversationId: mail.messages.find(({ internetMessageId }) => internetMessageId === read.messageId)?.conversationId,
    attachments: read.attachments.map((one, index): FileAttachment => ({
      id: `mime-${index}`,
      kind: 'file',
      name: one.filename ?? 'attachment',
      isInline: one.disposition === 'inline',
      modifiedAt: at.toISOString(),
      contentType: one.mimeType,
      content: Buffer.from(one.content as ArrayBuffer),
    })),
    fields: {
      subject: read.subject ?? '',
      body:
        read.html === undefined
          ? { contentType: 'text', content: withoutEnd(read.text) }
          : { contentType: 'html', content: withoutEnd(read.html) },
      toRecipients: people(read.to),
      ccRecipients: people(read.cc),
      bccRecipients: people(read.bcc),
      replyTo: people(read.replyTo),
    },
  };
}

function people(list: readonly Address[] = []): readonly EmailAddress[] {
  return list.flatMap(({ name, address }) => (address === undefined ? [] : [{ name: name || address, address }]));
}

function withoutEnd(text = ''): string {
  return text.replace(/\n$/, '');
}
