import { badRequest } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { save, withoutOccurrence } from './change-item.js';
import { deliverCancellation } from './invitations.js';
import type { EventInstance } from './model.js';

/** Removes an event or one occurrence; what its organizer removes is cancelled for attendees. */
export function removeEvent(mailboxes: Mailboxes, mailbox: Mailbox, { item, occurrence }: EventInstance): void {
  if (occurrence === undefined) mailbox.items.delete(item.id);
  else save(mailbox, withoutOccurrence(item, occurrence), mailboxes.now());
  if (item.isOrganizer) deliverCancellation(mailboxes, mailbox, item, occurrence);
}

/** Cancels a meeting; only its organizer can. */
export function cancelEvent(mailboxes: Mailboxes, mailbox: Mailbox, instance: EventInstance): void {
  if (!instance.item.isOrganizer) {
    throw badRequest(
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  }
  removeEvent(mailboxes, mailbox, instance);
}
