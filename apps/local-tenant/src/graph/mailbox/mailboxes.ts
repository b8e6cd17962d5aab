import type { TenantUser } from '../../directory/types.js';
import { type Departure, Departures } from '../departures.js';
import { GraphError } from '../errors.js';
import { type RoomRecord, roomsOf } from '../places/rooms.js';
import { Mailbox } from './mailbox.js';

/** Fills a mailbox that is opened for the first time. */
export type SeedMailbox = (mailbox: Mailbox, mailboxes: Mailboxes) => void;

/** What somebody shares of their calendar: all but private events, or as with a delegate who may see those too. */
export type Share = 'read' | 'readPrivate';

/** All mailboxes; one is made and seeded when it is first asked for. */
export class Mailboxes {
  readonly #users: readonly TenantUser[];
  readonly #rooms: readonly RoomRecord[];
  readonly #clock: () => Date;
  readonly #seed: SeedMailbox;
  readonly #opened = new Map<string, Mailbox>();
  /** Ids of owners and readers, `owner>reader`, with what is shared. */
  readonly #shares = new Map<string, Share>();
  readonly departures = new Departures();
  /** When the seed is counted from that has still to be made; most tests of Entra never need it. */
  #unseededSince: Date | undefined;
  /** Stands still while the seed is made. */
  #seedTime: Date | undefined;

  constructor(users: readonly TenantUser[], clock: () => Date, seed: SeedMailbox) {
    this.#users = users;
    this.#rooms = roomsOf(users);
    this.#clock = clock;
    this.#seed = seed;
    this.reset();
  }

  now(): Date {
    return this.#seedTime ?? this.#clock();
  }

  /** Back to the seed around now, which is made when a mailbox is next asked for. */
  reset(): void {
    this.#opened.clear();
    this.#shares.clear();
    this.departures.reset();
    this.#unseededSince = this.#clock();
  }

  /** @throws GraphError for guests, who have their mailbox elsewhere */
  of(user: TenantUser): Mailbox {
    if (!hasMailbox(user)) throw mailboxElsewhere();
    this.#seedAll();
    const opened = this.#opened.get(keyOf(user));
    if (opened) return opened;
    const mailbox = new Mailbox(user, this.now());
    this.#opened.set(keyOf(user), mailbox);
    if (this.#users.includes(user)) this.#seed(mailbox, this);
    return mailbox;
  }

  roomsOf(tenantId: string): readonly RoomRecord[] {
    return this.#rooms.filter(({ account }) => account.tenantId === tenantId);
  }

  usersOf(tenantId: string): readonly TenantUser[] {
    return this.#users.filter((user) => user.tenantId === tenantId);
  }

  /** The mailboxes of an organisation that there are by now. */
  openedOf(tenantId: string): readonly Mailbox[] {
    this.#seedAll();
    return [...this.#opened.values()].filter(({ user }) => user.tenantId === tenantId);
  }

  findUser(tenantId: string, idOrName: string): TenantUser | undefined {
    const name = idOrName.toLowerCase();
    return this.#users.find(
      (user) =>
        user.tenantId === tenantId && [user.id, user.userPrincipalName].some((own) => own.toLowerCase() === name),
    );
  }

  /** The mailbox of an address within the organisation; others live elsewhere. */
  byAddress(tenantId: string, address: string): Mailbox | undefined {
    const found = [...this.#users, ...this.#rooms.map(({ account }) => account)].find(
      (candidate) =>
        candidate.tenantId === tenantId &&
        candidate.mail.toLowerCase() === address.toLowerCase() &&
        hasMailbox(candidate),
    );
    return found && this.of(found);
  }

  byKey(tenantId: string, key: string): Mailbox | undefined {
    const user = this.#users.find((candidate) => candidate.tenantId === tenantId && candidate.key === key);
    return user && hasMailbox(user) ? this.of(user) : undefined;
  }

  share(owner: TenantUser, reader: TenantUser, share: Share = 'read'): void {
    this.#shares.set(`${owner.id}>${reader.id}`, share);
  }

  isShared(owner: TenantUser, reader: TenantUser): boolean {
    return this.shareOf(owner, reader) !== undefined;
  }

  shareOf(owner: TenantUser, reader: TenantUser): Share | undefined {
    this.#seedAll();
    return this.#shares.get(`${owner.id}>${reader.id}`);
  }

  /** Tells people outside of the organisation, who have no mailbox here, of something. The seed tells nobody. */
  tell(kind: Departure['kind'], sender: TenantUser, addresses: readonly string[], what: string): void {
    if (!this.#seedTime) this.departures.add(kind, sender, addresses, what);
  }

  #seedAll(): void {
    if (!this.#unseededSince) return;
    this.#seedTime = this.#unseededSince;
    this.#unseededSince = undefined;
    for (const user of this.#users) if (hasMailbox(user)) this.of(user);
    this.#seedTime = undefined;
  }
}

function hasMailbox({ userType }: TenantUser): boolean {
  return userType === 'Member';
}

function mailboxElsewhere(): GraphError {
  return new GraphError(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
}

function keyOf({ tenantId, id }: TenantUser): string {
  return `${tenantId}/${id}`;
}
