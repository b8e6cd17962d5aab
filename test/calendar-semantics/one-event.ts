import { graphEvent } from '../graph-adapter/samples.js';
import type { Routes } from './stubbed-graph.js';

export const EVENT = '/me/events/AAMkEvent=';

/** An event that the signed-in person organizes. */
export function organizedEvent(more: object = {}) {
  return { ...graphEvent({ isOrganizer: true, responseStatus: { response: 'organizer' } }), ...more };
}

/** A Graph that has this one event, and takes whatever is done to it. */
export function eventWith(event: object, routes: Routes = {}): Routes {
  return {
    [`GET ${EVENT}`]: event,
    [`PATCH ${EVENT}`]: event,
    [`POST ${EVENT}/cancel`]: (response) => response.writeHead(202).end(),
    [`DELETE ${EVENT}`]: (response) => response.writeHead(204).end(),
    ...routes,
  };
}
