import type { CalendarEvent, EventDetails } from '../../../ports/calendar.port.js';

/** Whether the signed-in person organizes it, so that nobody else wrote what a list shows of it. */
export function isOfPerson({ isOrganizer }: Pick<CalendarEvent, 'isOrganizer'>): boolean {
  return isOrganizer;
}

/** The same for all of an event: names of attendees are words of others too. */
export function isOfPersonAlone(event: Pick<EventDetails, 'isOrganizer' | 'attendees'>): boolean {
  return isOfPerson(event) && event.attendees.length === 0;
}
