import PostalMime, { type Address } from 'postal-mime';
import type { EmailAddress } from '../calendar/model.js';
import { badRequest } from '../errors.js';
import type { GraphReply, GraphRequest } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import type { FileAttachment } from './model.js';
import { sendDraft } from './send-draft.js';

/** `POST /me/sendMail` with a whole message as base64 of MIME; it is kept in Sent Items. */
export async function sendMime(mailboxes: Mailboxes, { caller, body }: GraphRequest): Promise<GraphReply> {
  if (typeof body !== 'string') throw badRequest('ErrorInvalidRequest', 'Only MIME is taken by this tenant.');
  const { mail, user } = mailboxes.of(caller.user);
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length === 0)
    throw badRequest('ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.');
  const read = await PostalMime.parse(bytes, { rfc822Attachments: true });
  const at = mailboxes.now();
  const draft = mail.add({
    folder: mail.wellKnown('drafts'),
    at,
    isDraft: true,
    internetMessageId: read.messageId,
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
      from: { name: user.displayName, address: user.mail },
      body:
        read.html === undefined
          ? { contentType: 'text', content: withoutEnd(read.text) }
          : { contentType: 'html', content: withoutEnd(read.html) },
      toRecipients: people(read.to),
      ccRecipients: people(read.cc),
      bccRecipients: people(read.bcc),
      replyTo: people(read.replyTo),
    },
  });
  sendDraft(mailboxes, mailboxes.of(caller.user), draft);
  return { status: 202 };
}

function people(list: readonly Address[] = []): readonly EmailAddress[] {
  return list.flatMap(({ name, address }) => (address === undefined ? [] : [{ name: name || address, address }]));
}

function withoutEnd(text = ''): string {
  return text.replace(/\n$/, '');
}
