import { type Listed, PlacesPort, type Room, type UserContext } from '@app/domain';
import type { Room as GraphRoom } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import type { GraphPage } from '../http/graph-session.js';
import { listed, type Readable, readable } from '../http/readable.js';
import { ROOM_FIELDS, toRoom } from './to-room.js';

/** The rooms of the organisation in Microsoft Graph v1.0. */
@Injectable()
export class GraphPlaces extends PlacesPort {
  readonly #graph: GraphClientFactory;

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async listRooms(user: UserContext): Promise<Listed<Room>> {
    const session = this.#graph.sessionFor(user);
    const pages: Readable<Room>[] = [];
    let link: string | undefined = graphPath(['places', 'microsoft.graph.room'], {
      $select: ROOM_FIELDS.join(','),
      $top: '1000',
    });
    while (link !== undefined) {
      const page: GraphPage<GraphRoom> = await session.getPage<GraphRoom>(link);
      pages.push(readable(page.items, toRoom));
      link = page.nextLink;
    }
    return listed(pages);
  }
}
