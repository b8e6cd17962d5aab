import type { CalendarEvent } from '@app/domain';
import { toEvent } from './entry-view.js';
import { isThere } from './find-entry.js';
import type { Entry, Mailbox } from '../mailbox.js';
import { occurrencesOf } from './occurrences.js';

/** The events an entry stands for up to a moment: itself, or the occurrences of its series. */
export function* eventsOf(entry: Entry, before: Date): Generator<CalendarEvent> {
  for (const occurrence of occurrencesOf(entry.meeting, before)) {
    if (isThere(entry, occurrence)) yield toEvent(entry, occurrence);
  }
}

/** What a calendar has up to a moment. */
export function eventsBefore(mailbox: Mailbox, end: string, calendarId?: string): readonly CalendarEvent[] {
  const { id } = mailbox.calendar(calendarId);
  const entries = [...mailbox.entries.values()].filter((entry) => entry.calendarId === id);
  return entries.flatMap((entry) => [...eventsOf(entry, new Date(end))]);
}
