import type { Respond } from '../cases/calendar.js';
import { type Equivalent, eventIdOf } from '../side.js';

const ACTIONS = { accept: 'accept', tentative: 'tentativelyAccept', decline: 'decline' } as const;

/** Nothing comes back that could be compared: what it did to the calendars is. */
export const respond: Equivalent<Respond> = {
  throughServer: async ({ event, response, notifyOrganizer, comment }, call, situation) => {
    await call({ eventId: eventIdOf(event, situation), response, notifyOrganizer, comment, scope: 'occurrence' });
  },
  directly: async ({ event, response, notifyOrganizer, comment }, ask, situation) => {
    const path = `/me/events/${encodeURIComponent(eventIdOf(event, situation))}/${ACTIONS[response]}`;
    await ask({ method: 'POST', path, body: { sendResponse: notifyOrganizer, comment } });
  },
};
