import type { EventChanges, EventDetails } from '../../../ports/calendar.port.js';
import { instantsOf } from '../../../time/instants-of.js';
import { addedTo, removedFrom } from '../shared/recipients-of-change.js';

/**
 * Of the changes those by which the event becomes another. A body and a reminder are not read with an event, so they
 * count as different.
 */
export function differingChanges(event: EventDetails, changes: EventChanges): EventChanges {
  const { subject, location, showAs, isPrivate, attendees } = changes;
  return {
    ...changes,
    subject: subject === event.subject ? undefined : subject,
    location: location === (event.location ?? '') ? undefined : location,
    showAs: showAs === event.showAs ? undefined : showAs,
    isPrivate: isPrivate === event.isPrivate ? undefined : isPrivate,
    attendees: addedTo(event, changes).length + removedFrom(event, changes).length === 0 ? undefined : attendees,
    ...(isAsBefore(event, changes) ? { time: undefined, recurrence: undefined } : {}),
  };
}

/** Whether it stays when it is; a series also where it is anchored, since that decides its later occurrences. */
function isAsBefore(event: EventDetails, { time, recurrence }: EventChanges): boolean {
  if (!time) return true;
  const { allDay, start, end } = instantsOf(time);
  const at = (text: string) => (allDay ? text : Date.parse(text));
  const sameTime = allDay === event.time.allDay && at(start) === at(event.time.start) && at(end) === at(event.time.end);
  if (!recurrence) return sameTime;
  const sameRule = JSON.stringify(recurrence) === JSON.stringify(event.recurrence);
  return sameTime && sameRule && time.timeZone === event.originalTimeZone;
}
