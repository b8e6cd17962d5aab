import type { EventChanges, NewEventTime } from '@app/domain';
import type { Attendee, Event } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { fromRecurrence } from './from-recurrence.js';

/** What an event is to have as Graph takes it: local times with their IANA zone, so that a series keeps its hour across DST. */
export function fromChanges(changes: EventChanges): Event {
  const { subject, time, recurrence, location, body, attendees, isPrivate, showAs, reminderMinutes } = changes;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(time === undefined ? {} : fromTime(time)),
    // Graph refuses another zone for a series without its recurrence.
    ...(recurrence === undefined || time === undefined
      ? {}
      : { recurrence: fromRecurrence(recurrence, time.timeZone) }),
    ...(location === undefined ? {} : { location: { displayName: location } }),
    ...(body === undefined ? {} : { body: { contentType: 'text', content: body } }),
    ...(attendees === undefined ? {} : { attendees: attendees.map(fromAttendee) }),
    ...(isPrivate === undefined ? {} : { sensitivity: isPrivate ? 'private' : 'normal' }),
    ...(showAs === undefined ? {} : { showAs }),
    ...(reminderMinutes === undefined ? {} : { isReminderOn: true, reminderMinutesBeforeStart: reminderMinutes }),
  };
}

function fromTime({ allDay, start, end, timeZone }: NewEventTime): Pick<Event, 'isAllDay' | 'start' | 'end'> {
  const last = allDay ? midnightAfter(end) : end;
  return {
    isAllDay: allDay,
    start: { dateTime: allDay ? `${start}T00:00:00` : start, timeZone },
    end: { dateTime: last, timeZone },
  };
}

function midnightAfter(date: string): string {
  return `${Temporal.PlainDate.from(date).add({ days: 1 }).toString()}T00:00:00`;
}

function fromAttendee({ name, address, kind }: NonNullable<EventChanges['attendees']>[number]): Attendee {
  return { emailAddress: { address, ...(name === undefined ? {} : { name }) }, type: kind };
}
