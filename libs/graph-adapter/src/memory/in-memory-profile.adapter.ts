import { type MailboxSettings, type Profile, ProfilePort, type UserCall } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Mailboxes } from './mailboxes.js';
import { mustHave } from './must-have.js';

/** Profiles and mailbox settings in memory. */
@Injectable()
export class InMemoryProfile extends ProfilePort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async me(user: UserCall): Promise<Profile> {
    mustHave(user, 'User.Read');
    const { key, displayName, address } = this.#mailboxes.of(user).owner;
    return { id: key.slice(key.indexOf('/') + 1), displayName, mail: address, userPrincipalName: address };
  }

  override async mailboxSettings(user: UserCall): Promise<MailboxSettings> {
    mustHave(user, 'MailboxSettings.Read');
    return this.#mailboxes.of(user).settings;
  }
}
