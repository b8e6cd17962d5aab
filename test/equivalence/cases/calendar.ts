import fc from 'fast-check';
import type { Person } from '../directory.js';
import { optional, person, type Reference, reference, text, timeZone, type WithZone } from './arbitraries.js';

export interface ListEvents extends WithZone {
  readonly tool: 'calendar_list_events';
  /** Absent: the default one. */
  readonly calendar?: Reference;
  /** Hours from now, rounded down to the hour. */
  readonly from: number;
  readonly hours: number;
  readonly limit: number;
}

export interface GetEvent extends WithZone {
  readonly tool: 'calendar_get_event';
  readonly event: Reference;
  readonly includeBody: boolean;
}

export interface ListOccurrences extends WithZone {
  readonly tool: 'calendar_list_occurrences';
  readonly event: Reference;
  readonly limit: number;
}

export interface GetFreeBusy extends WithZone {
  readonly tool: 'calendar_get_free_busy';
  readonly people: readonly Person[];
  /** Hours from now, rounded down to the hour. */
  readonly from: number;
  readonly hours: number;
}

export interface FindMeetingTimes extends WithZone {
  readonly tool: 'calendar_find_meeting_times';
  readonly people: readonly Person[];
  /** Hours from now, rounded down to the hour. */
  readonly from: number;
  readonly hours: number;
  readonly minutes: number;
  readonly workingHoursOnly: boolean;
  readonly percentage: number;
  readonly organizerOptional: boolean;
  readonly limit: number;
}

export interface ListSharedEvents extends WithZone {
  readonly tool: 'calendar_list_shared_events';
  readonly owner: Person;
  /** Hours from now, rounded down to the hour. */
  readonly from: number;
  readonly hours: number;
  readonly limit: number;
}

export interface FindRooms {
  readonly tool: 'calendar_find_rooms';
  readonly capacity: number;
  readonly building?: string;
}

export interface CreateEvent extends WithZone {
  readonly tool: 'calendar_create_event';
  readonly calendar?: Reference;
  readonly subject: string;
  readonly hour: number;
  readonly minutes: number;
  readonly body?: string;
  readonly location?: string;
  readonly attendees: readonly Person[];
  readonly private: boolean;
}

/** What of a recurring event is meant; without a meaning for others. */
export type Scope = 'occurrence' | 'series';

export interface UpdateEvent {
  readonly tool: 'calendar_update_event';
  readonly event: Reference;
  readonly scope: Scope;
  readonly subject: string;
  readonly location?: string;
  readonly added?: Person;
}

export interface CancelEvent {
  readonly tool: 'calendar_cancel_event';
  readonly event: Reference;
  readonly scope: Scope;
}

export interface Respond {
  readonly tool: 'calendar_respond';
  readonly event: Reference;
  readonly response: 'accept' | 'tentative' | 'decline';
  readonly notifyOrganizer: boolean;
  readonly comment?: string;
}

const calendar = optional(reference('own', 'own', 'foreign', 'missing', 'malformed'));
const event = reference('own', 'own', 'invitation', 'foreign', 'missing', 'malformed');

export const listEvents: fc.Arbitrary<ListEvents> = fc.record({
  tool: fc.constant('calendar_list_events'),
  calendar,
  from: fc.integer({ min: -21 * 24, max: 21 * 24 }),
  hours: fc.integer({ min: 1, max: 21 * 24 }),
  limit: fc.integer({ min: 8, max: 50 }),
  timeZone,
});

export const getEvent: fc.Arbitrary<GetEvent> = fc.record({
  tool: fc.constant('calendar_get_event'),
  event,
  includeBody: fc.boolean(),
  timeZone,
});

export const listOccurrences: fc.Arbitrary<ListOccurrences> = fc.record({
  tool: fc.constant('calendar_list_occurrences'),
  event,
  limit: fc.integer({ min: 3, max: 50 }),
  timeZone,
});

export const getFreeBusy: fc.Arbitrary<GetFreeBusy> = fc.record({
  tool: fc.constant('calendar_get_free_busy'),
  people: fc.uniqueArray(person, { minLength: 1, maxLength: 4 }),
  from: fc.integer({ min: -14 * 24, max: 14 * 24 }),
  hours: fc.integer({ min: 1, max: 3 * 24 }),
  timeZone,
});

export const findMeetingTimes: fc.Arbitrary<FindMeetingTimes> = fc.record({
  tool: fc.constant('calendar_find_meeting_times'),
  people: fc.uniqueArray(person, { maxLength: 3 }),
  from: fc.integer({ min: 0, max: 14 * 24 }),
  hours: fc.integer({ min: 2, max: 3 * 24 }),
  minutes: fc.constantFrom(15, 30, 45, 60, 90),
  workingHoursOnly: fc.boolean(),
  percentage: fc.constantFrom(0, 49, 50, 100),
  organizerOptional: fc.boolean(),
  limit: fc.integer({ min: 1, max: 20 }),
  timeZone,
});

export const listSharedEvents: fc.Arbitrary<ListSharedEvents> = fc.record({
  tool: fc.constant('calendar_list_shared_events'),
  owner: fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Person>('anna', 'noor') }, { weight: 1, arbitrary: person }),
  from: fc.integer({ min: -14 * 24, max: 14 * 24 }),
  hours: fc.integer({ min: 1, max: 14 * 24 }),
  limit: fc.integer({ min: 8, max: 50 }),
  timeZone,
});

export const findRooms: fc.Arbitrary<FindRooms> = fc.record({
  tool: fc.constant('calendar_find_rooms'),
  capacity: fc.integer({ min: 1, max: 50 }),
  building: optional(fc.constantFrom('Polar', 'annex', 'none')),
});

export const createEvent: fc.Arbitrary<CreateEvent> = fc.record({
  tool: fc.constant('calendar_create_event'),
  calendar,
  subject: text,
  hour: fc.integer({ min: 0, max: 22 }),
  minutes: fc.integer({ min: 1, max: 59 }),
  body: optional(text),
  location: optional(text),
  attendees: fc.uniqueArray(person, { maxLength: 2 }),
  private: fc.boolean(),
  timeZone,
});

const scope = fc.constantFrom<Scope>('occurrence', 'series');

export const updateEvent: fc.Arbitrary<UpdateEvent> = fc.record({
  tool: fc.constant('calendar_update_event'),
  event,
  scope,
  subject: text,
  location: optional(text),
  added: optional(person),
});

export const cancelEvent: fc.Arbitrary<CancelEvent> = fc.record({
  tool: fc.constant('calendar_cancel_event'),
  event,
  scope,
});

/** Without a comment that nobody would read, which the tool refuses and Graph takes. */
export const respond: fc.Arbitrary<Respond> = fc
  .record({
    tool: fc.constant('calendar_respond'),
    event: reference('invitation', 'invitation', 'own', 'foreign', 'missing', 'malformed'),
    response: fc.constantFrom('accept', 'tentative', 'decline'),
    notifyOrganizer: fc.boolean(),
    comment: optional(text),
  })
  .filter(({ notifyOrganizer, comment }) => notifyOrganizer || comment === undefined);
