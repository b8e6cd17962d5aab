import type { MailboxSettings, NewEvent, Room } from '@app/domain';

/** Whose mailbox it is. */
export interface MailboxOwner {
  /** What tells people apart, `<tenant id>/<object id>`. */
  readonly key: string;
  readonly displayName: string;
  readonly address: string;
  /** Answers by itself while they are away. */
  readonly awayMessage?: string;
}

/** A mailbox that in-memory adapters start with. */
export interface MailboxSeed extends MailboxOwner {
  /** UTC and no working hours when absent. */
  readonly settings?: MailboxSettings;
  /** Names of calendars beside the default one. */
  readonly calendars?: readonly string[];
  readonly events?: readonly NewEvent[];
  /** Addresses of those who read the default calendar; private events are veiled to them. */
  readonly sharedWith?: readonly string[];
  /** It is the mailbox of a room with this in it. */
  readonly room?: Omit<Room, 'name' | 'address'>;
}
