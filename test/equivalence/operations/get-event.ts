import type { GetEvent } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { type Equivalent, eventIdOf, zoneFor } from '../side.js';

interface Shown {
  readonly event: {
    readonly id: string;
    readonly subject: string;
    readonly start: string;
    readonly allDay?: true;
    readonly attendees: readonly { readonly address: string }[];
  };
  readonly untrustedBody?: string;
}

/** The part of Graph's event that is compared; times in UTC. */
export interface GraphEvent {
  readonly id: string;
  readonly subject: string;
  readonly isAllDay: boolean;
  readonly start: { readonly dateTime: string };
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
  readonly body?: { readonly content: string };
}

export const getEvent: Equivalent<GetEvent> = {
  throughServer: async ({ event, timeZone, includeBody }, call, situation) => {
    const shown = await call<Shown>({ eventId: eventIdOf(event, situation), timeZone, includeBody });
    return { ...comparable(shown.event), body: shown.untrustedBody ?? '' };
  },
  directly: async (operation, ask, situation) => {
    await zoneFor(operation, ask, situation);
    const path = `/me/events/${encodeURIComponent(eventIdOf(operation.event, situation))}`;
    const event = await ask<GraphEvent>({ path, prefer: `${IN_UTC}, outlook.body-content-type="text"` });
    const body = operation.includeBody ? (event.body?.content ?? '') : '';
    return { ...fromGraph(event), body: body.replaceAll('\r\n', '\n').trim() };
  },
};

/** An event as a tool shows it, without what the zone of the question decides. */
export function comparable({ id, subject, start, allDay, attendees }: Shown['event']) {
  return {
    id,
    subject,
    start: allDay ? 'all day' : Date.parse(start),
    attendees: attendees.map(({ address }) => address),
  };
}

export function fromGraph({ id, subject, start, isAllDay, attendees }: GraphEvent): ReturnType<typeof comparable> {
  return {
    id,
    subject,
    start: isAllDay ? 'all day' : Date.parse(`${start.dateTime}Z`),
    attendees: attendees.map(({ emailAddress }) => emailAddress.address),
  };
}
