import { openEvent } from '../calendar/event.routes.js';
import { save, withChange } from '../calendar/change-item.js';
import type { GraphRequest } from '../http/route.js';
import { messageOf } from '../mail/message.routes.js';
import type { MailStore } from '../mail/mail-store.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import type { Attachment } from './model.js';

/** A message or an event as what things are attached to. */
export interface AttachmentHolder {
  /** As the context of an answer names it: `users('id')/messages('id')`. */
  readonly resource: string;
  readonly attachments: readonly Attachment[];
  readonly mail: MailStore;
  keep(attachments: readonly Attachment[]): void;
}

/** Finds what a request's path names, to read it or to change what is attached. */
export type OpenHolder = (mailboxes: Mailboxes, request: GraphRequest, level: 'Read' | 'ReadWrite') => AttachmentHolder;

export const openMessage: OpenHolder = (mailboxes, request) => {
  const { mail, user } = mailboxes.of(request.caller.user);
  const message = messageOf(mailboxes, request);
  return {
    resource: `users('${user.id}')/messages('${encodeURIComponent(request.params['message'] ?? '')}')`,
    attachments: message.attachments,
    mail,
    keep: (attachments) => void mail.save({ ...message, attachments }, mailboxes.now()),
  };
};

export const openMeeting: OpenHolder = (mailboxes, request, level) => {
  const { mailbox, instance } = openEvent(mailboxes, request, level);
  return {
    resource: `users('${mailbox.user.id}')/events('${encodeURIComponent(instance.id)}')`,
    attachments: instance.fields.attachments,
    mail: mailbox.mail,
    keep: (attachments) => void save(mailbox, withChange(instance, { fields: { attachments } }), mailboxes.now()),
  };
};
