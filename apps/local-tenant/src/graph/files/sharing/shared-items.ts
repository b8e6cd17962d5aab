import type { TenantUser } from '../../../directory/types.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { type OpenItem, roleOf } from '../open-item.js';

/** What colleagues have shared with somebody, as it was shared: a folder without what is in it. */
export function sharedItems(mailboxes: Mailboxes, user: TenantUser): OpenItem[] {
  return mailboxes
    .openedOf(user.tenantId)
    .filter(({ user: owner }) => owner.id !== user.id)
    .flatMap(({ drive }) =>
      drive.permissions.all
        .filter(({ grantees, itemId }) => grantees.includes(user.id) && drive.has(itemId))
        .map(({ itemId }) => ({ drive, item: drive.find(itemId) })),
    )
    .filter((open) => roleOf(mailboxes, user, open) !== undefined);
}
