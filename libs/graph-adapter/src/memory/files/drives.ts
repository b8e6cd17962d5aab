import { randomUUID } from 'node:crypto';
import { DomainError, type ItemRef, type ShareRole, type UserContext } from '@app/domain';
import type { MailboxOwner } from '../mailbox-seed.js';
import type { Mailboxes } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';
import { DriveMemory, type StoredItem } from './drive.js';

interface Place {
  readonly drive: DriveMemory;
  readonly item: StoredItem;
}

/** Everybody's drives; what another has is found only where it was shared. */
export class DrivesMemory {
  readonly #mailboxes: Mailboxes;
  readonly #byOwner = new Map<string, DriveMemory>();
  readonly #links = new Map<string, { readonly itemId: string; readonly role: ShareRole }>();

  constructor(mailboxes: Mailboxes) {
    this.#mailboxes = mailboxes;
  }

  /** @throws DomainError `not_found`, `access_denied` (may look only) */
  find(user: UserContext, { driveId, itemId }: ItemRef, role: ShareRole): Place {
    const { owner } = this.#mailboxes.of(user);
    const own = this.#of(owner);
    if (driveId === undefined || driveId === own.id) return { drive: own, item: own.item(itemId) };
    // As Microsoft has it: without `.All`, the own files only.
    assertGranted(user, role === 'edit' ? 'Files.ReadWrite.All' : 'Files.Read.All');
    const drive = [...this.#byOwner.values()].find(({ id }) => id === driveId);
    const item = drive?.item(itemId);
    const granted = item && drive?.around(item).flatMap(({ guests }) => guests.get(owner.address.toLowerCase()) ?? []);
    if (!drive || !item || !granted?.length) throw nothing();
    if (role === 'edit' && !granted.includes('edit')) throw lookOnly();
    return { drive, item };
  }

  /** What the link opens, which it does for whoever follows it from then on. */
  findLinked(user: UserContext, link: string): Place {
    const target = this.#links.get(link);
    const { address } = this.#mailboxes.of(user).owner;
    for (const drive of this.#byOwner.values()) {
      const item = drive.items.find(({ id }) => id === target?.itemId);
      if (!item || !target) continue;
      const guests = new Map([...item.guests, [address.toLowerCase(), target.role] as const]);
      return { drive, item: drive.change(item, { guests, revision: item.revision - 1 }) };
    }
    throw nothing();
  }

  linkTo({ id: itemId }: StoredItem, role: ShareRole): string {
    const link = `https://files.invalid/shared/${randomUUID()}`;
    this.#links.set(link, { itemId, role });
    return link;
  }

  /** Whether there is a link to it for the organisation. */
  isLinked({ id }: StoredItem): boolean {
    return [...this.#links.values()].some(({ itemId }) => itemId === id);
  }

  #of({ key, displayName }: MailboxOwner): DriveMemory {
    const drive = this.#byOwner.get(key) ?? new DriveMemory(displayName);
    this.#byOwner.set(key, drive);
    return drive;
  }
}

function nothing(): DomainError {
  return new DomainError('not_found', 'There is no such file or folder.', {
    userAction: 'Use an id from a new list.',
  });
}

function lookOnly(): DomainError {
  return new DomainError('access_denied', 'This was shared as read-only.', { userAction: 'Ask its owner.' });
}
