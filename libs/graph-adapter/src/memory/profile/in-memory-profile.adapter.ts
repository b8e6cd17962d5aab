import { type MailboxSettings, type Profile, ProfilePort, type UserContext } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Mailboxes } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';

/** Profiles and mailbox settings in memory. */
@Injectable()
export class InMemoryProfile extends ProfilePort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async me(user: UserContext): Promise<Profile> {
    assertGranted(user, 'User.Read');
    const { key, displayName, address } = this.#mailboxes.of(user).owner;
    return { id: key.slice(key.indexOf('/') + 1), displayName, mail: address, userPrincipalName: address };
  }

  override async mailboxSettings(user: UserContext): Promise<MailboxSettings> {
    assertGranted(user, 'MailboxSettings.Read');
    return this.#mailboxes.of(user).settings;
  }
}
