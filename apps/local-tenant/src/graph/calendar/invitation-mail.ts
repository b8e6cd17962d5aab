import type { Mailbox } from '../mailbox/mailbox.js';
import { toHtml } from './body-text.js';
import type { CalendarItem } from './model.js';

/** The message by which somebody hears of a meeting they are invited to. */
export function receiveInvitationMail({ mail, user }: Mailbox, item: CalendarItem, now: Date): void {
  const { fields, organizer, iCalUId: uid } = item;
  mail.add({
    folder: mail.wellKnown('inbox'),
    fields: {
      subject: fields.subject,
      body: { contentType: 'html', content: toHtml(fields.body) },
      from: organizer,
      toRecipients: [{ name: user.displayName, address: user.mail }],
      importance: fields.importance,
      isRead: false,
    },
    at: now,
    isDraft: false,
    meeting: { uid, event: fields },
  });
}
