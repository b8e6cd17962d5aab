import { PeoplePort, type PeopleSearch, type FoundPerson, type UserContext } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { searchWords } from '../../people/search-words.js';
import { Mailboxes } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';

/** People in memory: everybody else whose key names the same tenant. */
@Injectable()
export class InMemoryPeople extends PeoplePort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async findKnown(user: UserContext, search: PeopleSearch): Promise<readonly FoundPerson[]> {
    assertGranted(user, 'People.Read');
    const { address } = this.#mailboxes.of(user).owner;
    return this.#found(user, search, (person) => person.address !== address);
  }

  override async findInDirectory(user: UserContext, search: PeopleSearch): Promise<readonly FoundPerson[]> {
    assertGranted(user, 'User.ReadBasic.All');
    return this.#found(user, search, () => true);
  }

  #found(
    user: UserContext,
    { query, limit }: PeopleSearch,
    isMeant: (person: FoundPerson) => boolean,
  ): readonly FoundPerson[] {
    const words = searchWords(query).toLowerCase().split(' ');
    return this.#mailboxes
      .colleaguesOf(user)
      .map(({ owner }) => ({ name: owner.displayName, address: owner.address }))
      .filter((person) => isMeant(person) && words.every((word) => starts(person, word)))
      .slice(0, limit);
  }
}

function starts({ name, address }: FoundPerson, word: string): boolean {
  return [...name.split(' '), address].some((part) => part.toLowerCase().startsWith(word));
}
