import type { CancelEvent } from '../cases/calendar.js';
import { type Equivalent, eventIdOf } from '../side.js';
import { NO_OCCURRENCE, pathOf, ruleBroken, targetOf } from './target-event.js';

/** Nothing comes back that could be compared: what it did to the calendars is. */
export const cancelEvent: Equivalent<CancelEvent> = {
  throughServer: async ({ event, scope }, call, situation) => {
    await call({ eventId: eventIdOf(event, situation), scope });
  },
  directly: async (operation, ask, situation) => {
    const target = await targetOf(operation, ask, situation);
    const broken = ruleBroken(target, operation.scope);
    const deletes = broken === NO_OCCURRENCE || target.isCancelled || (!broken && target.attendees.length === 0);
    if (deletes) await ask({ method: 'DELETE', path: pathOf(target.id) });
    else await ask({ method: 'POST', path: `${pathOf(target.id)}/cancel`, body: {} });
    return broken === NO_OCCURRENCE ? broken : undefined;
  },
};
