import type { UserContext } from '../call/user-context.js';

/** The signed-in person, as their directory describes them. */
export interface Profile {
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string;
  readonly userPrincipalName: string;
}

/** The days and hours at which somebody works. */
export interface WorkingHours {
  /** English names in lower case, `monday` first. */
  readonly daysOfWeek: readonly string[];
  /** Local times, `HH:MM`. */
  readonly start: string;
  readonly end: string;
  /** IANA zone. */
  readonly timeZone: string;
}

/** What is not known of the settings, because it was set in a way that has no IANA name. */
export interface UnknownSettings {
  /** The zone as the mailbox names it; empty where it names none. */
  readonly timeZone?: string;
  /** There are working hours, in a zone that is not known. */
  readonly workingHours?: true;
}

/** The time zone of a mailbox, and when its owner works. */
export interface MailboxSettings {
  /** IANA zone; absent when it is not known. */
  readonly timeZone?: string;
  readonly workingHours?: WorkingHours;
  readonly unknown?: UnknownSettings;
}

/** Who the signed-in person is and how their mailbox is set up. */
export abstract class ProfilePort {
  /** Needs `User.Read`. */
  abstract me(user: UserContext): Promise<Profile>;

  /** Needs `MailboxSettings.Read`. */
  abstract mailboxSettings(user: UserContext): Promise<MailboxSettings>;
}
