import { PlacesPort, type Room, type UserContext } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Mailboxes } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';

/** Rooms in memory: the mailboxes of the person's tenant that are of rooms. */
@Injectable()
export class InMemoryPlaces extends PlacesPort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async listRooms(user: UserContext): Promise<readonly Room[]> {
    assertGranted(user, 'Place.Read.All');
    return this.#mailboxes
      .colleaguesOf(user)
      .flatMap(({ room, owner }) => (room ? [{ ...room, name: owner.displayName, address: owner.address }] : []));
  }
}
