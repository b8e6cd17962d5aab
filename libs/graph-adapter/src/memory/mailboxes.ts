import type { UserContext } from '@app/domain';
import { Mailbox } from './mailbox.js';
import type { MailboxOwner, MailboxSeed } from './mailbox-seed.js';
import { ownerFromToken } from './owner-from-token.js';
import { addEvent } from './calendar/add-event.js';

/** Tells whose mailbox a call is for. */
export type OwnerOf = (user: UserContext) => MailboxOwner;

/** Every mailbox of the in-memory adapters, each found by the person a call is made for and by nothing else. */
export class Mailboxes {
  readonly #byKey = new Map<string, Mailbox>();
  readonly #ownerOf: OwnerOf;

  constructor(seeds: readonly MailboxSeed[] = [], ownerOf: OwnerOf = ownerFromToken) {
    this.#ownerOf = ownerOf;
    for (const seed of seeds) this.#opened(seed);
    for (const { events = [], ...owner } of seeds) {
      for (const event of events) addEvent(this, this.#opened(owner), event);
    }
  }

  /** The mailbox of the person; an empty one for somebody new. */
  of(user: UserContext): Mailbox {
    return this.#opened(this.#ownerOf(user));
  }

  #opened(owner: MailboxOwner): Mailbox {
    const mailbox = this.#byKey.get(owner.key) ?? new Mailbox(owner);
    this.#byKey.set(owner.key, mailbox);
    return mailbox;
  }

  /** Everybody whose key names the same tenant, the person among them. */
  colleaguesOf(user: UserContext): readonly Mailbox[] {
    const tenant = tenantOf(this.of(user));
    return [...this.#byKey.values()].filter((mailbox) => tenantOf(mailbox) === tenant);
  }

  withAddress(address: string | undefined): Mailbox | undefined {
    const wanted = address?.toLowerCase();
    return [...this.#byKey.values()].find(({ owner }) => owner.address.toLowerCase() === wanted);
  }
}

/** The tenant that a mailbox's key names. */
export function tenantOf({ owner }: Mailbox): string | undefined {
  return owner.key.split('/')[0];
}
