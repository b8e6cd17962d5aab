import { Temporal } from 'temporal-polyfill';
import { badRequest, validationFailure } from '../errors.js';
import { type ZonedTime, inZone, instantOf } from '../time/zoned-time.js';
import { boundsOf, plainOccurrence } from './instances.js';
import type { EventFields, Location } from './model.js';
import { toLocation } from './read-location.js';
import { recurrenceDates } from './recurrence-dates.js';

const DEFAULTS: Omit<EventFields, 'start' | 'end'> = {
  subject: '',
  body: { contentType: 'text', content: '' },
  importance: 'normal',
  sensitivity: 'normal',
  isAllDay: false,
  location: toLocation(''),
  locations: [],
  attendees: [],
  recurrence: null,
  showAs: 'busy',
  categories: [],
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
  joinUrl: null,
  attachments: [],
};

/** A new event's fields: what was sent, and Outlook's defaults for the rest. */
export function completeFields(sent: Partial<EventFields>): EventFields {
  const { start, end } = sent;
  if (!start || !end) throw validationFailure();
  return checkedFields({ ...DEFAULTS, ...sent, ...placesOf(sent), start, end });
}

/** An event's fields with changes. */
export function changedFields(fields: EventFields, changes: Partial<EventFields>): EventFields {
  const known = new Map(fields.attendees.map((attendee) => [attendee.emailAddress.address.toLowerCase(), attendee]));
  const attendees = changes.attendees?.map((attendee) => ({
    ...attendee,
    status: known.get(attendee.emailAddress.address.toLowerCase())?.status ?? attendee.status,
  }));
  const merged = { ...fields, ...changes, ...placesOf(changes), ...(attendees ? { attendees } : {}) };
  return checkedFields(changes.start && !changes.recurrence ? withRangeStart(merged) : merged);
}

/** Whether the time or the rule is another: then everybody is asked again. */
export function isMoved(fields: EventFields, before: EventFields): boolean {
  const times = (one: EventFields) => JSON.stringify([boundsOf(one), one.recurrence]);
  return times(fields) !== times(before);
}

/** `location` and `locations` say the same in two ways; whichever was sent gives the other. */
function placesOf({ location, locations }: Partial<EventFields>): { location?: Location; locations?: Location[] } {
  if (locations !== undefined) {
    const names = locations.map(({ displayName }) => displayName).join('; ');
    return { location: location ?? locations[0] ?? toLocation(names), locations: [...locations] };
  }
  return location === undefined ? {} : { location, locations: location.displayName === '' ? [] : [location] };
}

/** @throws GraphError for times that no event can have */
function checkedFields(fields: EventFields): EventFields {
  if (fields.isAllDay) requireWholeDays(fields);
  else if (instantOf(fields.end) < instantOf(fields.start)) throw validationFailure();
  return fields.recurrence === null ? fields : fromFirstOccurrence(fields);
}

function requireWholeDays({ start, end }: EventFields): void {
  for (const [name, { local }] of Object.entries({ Start: start, End: end })) {
    if (!local.toPlainTime().equals(new Temporal.PlainTime())) throw notMidnight(name);
  }
  if (Temporal.PlainDateTime.compare(end.local, start.local) <= 0) {
    throw badRequest(
      'ErrorInvalidRequest',
      "Your request can't be completed. The duration of an event marked as All day must be at least 24 hours.",
    );
  }
}

function notMidnight(name: string): Error {
  return badRequest(
    'ErrorInvalidRequest',
    `Your request can't be completed. The Event.${name} property for an all-day event needs to be set to midnight.`,
  );
}

/** A series starts with its first occurrence, even where the start that was sent does not fit the pattern. */
function fromFirstOccurrence(fields: EventFields): EventFields {
  const { recurrence } = fields;
  const first = recurrence && recurrenceDates(recurrence).next().value;
  if (!recurrence || !first) {
    throw badRequest(
      'ErrorRecurrenceHasNoOccurrence',
      'The specified recurrence does not have any occurrences in the range.',
    );
  }
  const { start, end } = plainOccurrence(fields, first);
  const range = { ...recurrence.range, startDate: first };
  const back = (time: ZonedTime, zone: string) => (fields.isAllDay ? { ...time, zone } : inZone(time, zone));
  return {
    ...fields,
    start: back(start, fields.start.zone),
    end: back(end, fields.end.zone),
    recurrence: { ...recurrence, range },
  };
}

function withRangeStart(fields: EventFields): EventFields {
  const { recurrence, start, isAllDay } = fields;
  if (recurrence === null) return fields;
  const zone = recurrence.range.recurrenceTimeZone;
  const { local } = isAllDay ? start : inZone(start, zone);
  return {
    ...fields,
    recurrence: { ...recurrence, range: { ...recurrence.range, startDate: local.toPlainDate().toString() } },
  };
}
