import type { UserCall } from '../user-call.js';

/** The signed-in person, as their directory describes them. */
export interface Profile {
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string;
  readonly userPrincipalName: string;
}

export interface WorkingHours {
  /** English names in lower case, `monday` first. */
  readonly daysOfWeek: readonly string[];
  /** Local times, `HH:MM`. */
  readonly start: string;
  readonly end: string;
  /** IANA zone. */
  readonly timeZone: string;
}

export interface MailboxSettings {
  /** IANA zone. */
  readonly timeZone: string;
  readonly workingHours?: WorkingHours;
}

/** Who the signed-in person is and how their mailbox is set up. */
export abstract class ProfilePort {
  /** Needs `User.Read`. */
  abstract me(user: UserCall): Promise<Profile>;

  /** Needs `MailboxSettings.Read`. */
  abstract mailboxSettings(user: UserCall): Promise<MailboxSettings>;
}
