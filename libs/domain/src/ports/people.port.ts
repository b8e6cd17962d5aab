import type { UserContext } from '../call/user-context.js';
import type { Listed } from './listed.js';

/** Words of a name or an address, and how many people are wanted at most. */
export interface PeopleSearch {
  readonly query: string;
  readonly limit: number;
}

/** Somebody who can be written to. */
export interface FoundPerson {
  readonly name: string;
  readonly address: string;
  readonly title?: string;
}

/** Finding people and their addresses, as far as the signed-in person may see them. */
export abstract class PeoplePort {
  /** People the signed-in person has to do with, the nearest first. Needs `People.Read`. */
  abstract findKnown(user: UserContext, search: PeopleSearch): Promise<Listed<FoundPerson>>;

  /** Anybody in the directory of the organisation. Needs `User.ReadBasic.All`. */
  abstract findInDirectory(user: UserContext, search: PeopleSearch): Promise<Listed<FoundPerson>>;
}
