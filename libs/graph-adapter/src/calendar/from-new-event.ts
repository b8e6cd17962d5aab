import type { NewAttendee, NewEvent, NewEventTime } from '@app/domain';
import type { Attendee, Event } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { fromRecurrence } from './from-recurrence.js';

/** A new event as Graph takes it: local times with their IANA zone, so that a series keeps its hour across DST. */
export function fromNewEvent(event: NewEvent): Event {
  const { body, location, showAs, reminderMinutes, recurrence } = event;
  return {
    subject: event.subject,
    ...fromTime(event.time),
    attendees: event.attendees.map(fromAttendee),
    sensitivity: event.isPrivate ? 'private' : 'normal',
    transactionId: event.transactionId,
    ...(body === undefined ? {} : { body: { contentType: 'text', content: body } }),
    ...(location === undefined ? {} : { location: { displayName: location } }),
    ...(showAs === undefined ? {} : { showAs }),
    ...(reminderMinutes === undefined ? {} : { isReminderOn: true, reminderMinutesBeforeStart: reminderMinutes }),
    ...(event.onlineMeeting ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
    ...(recurrence === undefined ? {} : { recurrence: fromRecurrence(recurrence, event.time.timeZone) }),
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

function fromAttendee({ address, kind }: NewAttendee): Attendee {
  return { emailAddress: { address }, type: kind };
}
