import type { TenantUser } from '../../../directory/types.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { addressOfItem } from '../item-view.js';
import type { OpenItem } from '../open-item.js';
import type { Recipient } from './read-recipients.js';

/** Tells those of the organisation by mail that something was shared with them. */
export function sendInvitation(
  mailboxes: Mailboxes,
  sender: TenantUser,
  { drive, item }: OpenItem,
  { recipients, message }: { readonly recipients: readonly Recipient[]; readonly message: string },
): void {
  const from = { name: sender.displayName, address: sender.mail };
  const content = [message, addressOfItem(drive, item)].filter(Boolean).join('\n\n');
  for (const { email } of recipients) {
    const mailbox = mailboxes.byAddress(sender.tenantId, email);
    mailbox?.mail.add({
      folder: mailbox.mail.wellKnown('inbox'),
      fields: {
        subject: `${sender.displayName} shared "${item.name}" with you.`,
        body: { contentType: 'text', content },
        from,
        toRecipients: [{ name: mailbox.user.displayName, address: email }],
      },
      at: mailboxes.now(),
      isDraft: false,
    });
  }
}
