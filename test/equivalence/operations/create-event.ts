import type { CreateEvent } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { calendarIdOf, type Equivalent, type Situation, zoneFor } from '../side.js';
import { comparable, fromGraph, type GraphEvent } from './get-event.js';

const DAY = '2031-03-03';

export const createEvent: Equivalent<CreateEvent> = {
  throughServer: async ({ tool: _, calendar, attendees, hour, minutes, ...rest }, call, situation) => {
    const { event } = await call<{ event: Parameters<typeof comparable>[0] }>({
      ...rest,
      ...timesOf(hour, minutes),
      calendarId: calendar && calendarIdOf(calendar, situation),
      attendees: attendees.map((person) => situation.directory[person].mail),
    });
    return comparable(event);
  },
  directly: async (operation, ask, situation) => {
    const zone = (await zoneFor(operation, ask, situation)) ?? 'UTC';
    const { calendar } = operation;
    const owner = calendar ? `/me/calendars/${calendarIdOf(calendar, situation)}` : '/me';
    const body = eventOf(operation, zone, situation);
    return fromGraph(await ask<GraphEvent>({ method: 'POST', path: `${owner}/events`, body, prefer: IN_UTC }));
  },
};

function eventOf(operation: CreateEvent, timeZone: string, { directory }: Situation): object {
  const { subject, hour, minutes, body, location, attendees } = operation;
  const { start, end } = timesOf(hour, minutes);
  return {
    subject,
    start: { dateTime: start, timeZone },
    end: { dateTime: end, timeZone },
    attendees: attendees.map((person) => ({ type: 'required', emailAddress: { address: directory[person].mail } })),
    sensitivity: operation.private ? 'private' : 'normal',
    body: body === undefined ? undefined : { contentType: 'text', content: body },
    location: location === undefined ? undefined : { displayName: location },
  };
}

function timesOf(hour: number, minutes: number): { readonly start: string; readonly end: string } {
  const two = (value: number) => String(value).padStart(2, '0');
  return { start: `${DAY}T${two(hour)}:00:00`, end: `${DAY}T${two(hour)}:${two(minutes)}:00` };
}
