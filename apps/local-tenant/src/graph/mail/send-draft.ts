import type { EmailAddress } from '../calendar/model.js';
import { badRequest } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import type { NewMessage } from './mail-store.js';
import { type MailMessage, type MessageFields, NO_FIELDS } from './model.js';

/** Sends a draft: it moves to Sent Items, and everybody of the organisation it is for gets a copy without Bcc. Gives what is kept. */
export function sendDraft(mailboxes: Mailboxes, sender: Mailbox, draft: MailMessage): MailMessage {
  if (!draft.isDraft) throw badRequest('ErrorInvalidOperation', 'Only a draft can be sent.');
  const people = recipientsOf(draft.fields);
  const now = mailboxes.now();
  const time = `${now.toISOString().slice(0, 19)}Z`;
  const sent = { ...draft, isDraft: false, sentAt: time, receivedAt: time };
  const kept = sender.mail.move(sender.mail.save(sent, now), sender.mail.wellKnown('sentitems'), now);
  const addresses = people.map(({ address }) => address);
  mailboxes.tell('mail', sender.user, addresses, draft.fields.subject);
  const boxes = addresses.map((address) => mailboxes.byAddress(sender.user.tenantId, address));
  for (const mailbox of new Set(boxes)) if (mailbox) deliver(mailbox, sent, now);
  return kept;
}

/** Sends what is no draft yet; of what cannot be sent none is left. */
export function sendNew(mailboxes: Mailboxes, sender: Mailbox, message: NewMessage): MailMessage {
  recipientsOf({ ...NO_FIELDS, ...message.fields });
  return sendDraft(mailboxes, sender, sender.mail.add(message));
}

/** @throws GraphError where there is nobody to send it to */
function recipientsOf({ toRecipients, ccRecipients, bccRecipients }: MessageFields): readonly EmailAddress[] {
  const people = [...toRecipients, ...ccRecipients, ...bccRecipients];
  if (people.length === 0) throw badRequest('ErrorInvalidRecipients', 'At least one recipient is not valid.');
  return people;
}

function deliver(
  { mail }: Mailbox,
  { fields, conversationId, internetMessageId, attachments, headers }: MailMessage,
  at: Date,
): void {
  mail.add({
    folder: mail.wellKnown('inbox'),
    fields: { ...fields, bccRecipients: [], categories: [], flagStatus: 'notFlagged', isRead: false },
    at,
    isDraft: false,
    conversationId,
    internetMessageId,
    attachments,
    headers,
  });
}
