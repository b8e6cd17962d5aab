import { type Listed, PeoplePort, type PeopleSearch, type FoundPerson, type UserContext } from '@app/domain';
import type { Person as GraphPerson, User } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import { listed, readable } from '../http/readable.js';
import { searchWords } from './search-words.js';
import { fromUser, PERSON_FIELDS, toPerson, USER_FIELDS } from './to-person.js';

/** People in Microsoft Graph v1.0: those who matter to the signed-in person, and the directory. */
@Injectable()
export class GraphPeople extends PeoplePort {
  readonly #graph: GraphClientFactory;

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async findKnown(user: UserContext, { query, limit }: PeopleSearch): Promise<Listed<FoundPerson>> {
    const path = graphPath(['me', 'people'], {
      $search: `"${searchWords(query)}"`,
      $select: PERSON_FIELDS.join(','),
      $top: String(limit),
    });
    const { items } = await this.#graph.sessionFor(user).getPage<GraphPerson>(path);
    return listed([readable(items, toPerson)]);
  }

  override async findInDirectory(user: UserContext, { query, limit }: PeopleSearch): Promise<Listed<FoundPerson>> {
    const words = searchWords(query);
    const path = graphPath(['users'], {
      $search: `"displayName:${words}" OR "mail:${words}"`,
      $select: USER_FIELDS.join(','),
      $top: String(limit),
    });
    const { items } = await this.#graph.sessionFor(user).searchPage<User>(path);
    return listed([readable(items, fromUser)]);
  }
}
