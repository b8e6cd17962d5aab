import type { UpdateEvent } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { type Equivalent, eventIdOf, type Situation } from '../side.js';
import { pathOf, ruleBroken, type SeenEvent, targetOf } from './target-event.js';

export const updateEvent: Equivalent<UpdateEvent> = {
  throughServer: async ({ event, scope, subject, location, added }, call, situation) => {
    const addAttendees = added === undefined ? [] : [situation.directory[added].mail];
    const eventId = eventIdOf(event, situation);
    const changed = await call<{ event: SeenEvent }>({ eventId, scope, subject, location, addAttendees });
    return { id: changed.event.id, subject: changed.event.subject };
  },
  directly: async (operation, ask, situation) => {
    const target = await targetOf(operation, ask, situation);
    const body = changesOf(operation, target, situation);
    const { id, subject } = await ask<SeenEvent>({ method: 'PATCH', path: pathOf(target.id), body, prefer: IN_UTC });
    return ruleBroken(target, operation.scope) ?? { id, subject };
  },
};

function changesOf({ subject, location, added }: UpdateEvent, target: SeenEvent, { directory }: Situation): object {
  return {
    subject,
    ...(location === undefined ? {} : { location: { displayName: location } }),
    ...(added === undefined ? {} : { attendees: withAttendee(target, directory[added].mail) }),
  };
}

function withAttendee({ attendees }: SeenEvent, address: string): object[] {
  const others = attendees.filter(({ emailAddress }) => emailAddress.address.toLowerCase() !== address.toLowerCase());
  return [
    ...others.map(({ type, emailAddress }) => ({ type, emailAddress })),
    { type: 'required', emailAddress: { address } },
  ];
}
