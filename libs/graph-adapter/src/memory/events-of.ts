import type { CalendarEvent } from '@app/domain';
import { toEvent } from './entry-view.js';
import { isThere } from './find-entry.js';
import type { Entry } from './mailbox.js';
import { occurrencesOf } from './occurrences.js';

/** The events an entry stands for up to a moment: itself, or the occurrences of its series. */
export function* eventsOf(entry: Entry, before: Date): Generator<CalendarEvent> {
  for (const occurrence of occurrencesOf(entry.meeting, before)) {
    if (isThere(entry, occurrence)) yield toEvent(entry, occurrence);
  }
}
