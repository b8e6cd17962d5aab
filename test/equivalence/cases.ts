import fc from 'fast-check';
import { PEOPLE, type Person } from './directory.js';

/** Scopes of random tokens: all that any tool asks for, what implies them, and some that are about something else. */
const SCOPES = [
  ...['User.Read', 'User.ReadBasic.All', 'MailboxSettings.Read', 'Calendars.ReadBasic', 'Calendars.Read'],
  ...['Calendars.ReadWrite', 'Calendars.Read.Shared', 'Calendars.ReadWrite.Shared', 'Mail.Read', 'People.Read'],
] as const;

/** A thing somebody has, or nobody. */
export interface Reference {
  readonly kind: 'own' | 'invitation' | 'foreign' | 'missing' | 'malformed';
  readonly owner: Person;
  readonly index: number;
}

interface WithZone {
  /** Absent: the zone of the mailbox. */
  readonly timeZone?: string;
}

export type Operation =
  | { readonly tool: 'get_my_context' }
  | { readonly tool: 'calendar_list_calendars' }
  | ListEvents
  | GetEvent
  | CreateEvent
  | Respond;

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

export interface Respond {
  readonly tool: 'calendar_respond';
  readonly event: Reference;
  readonly response: 'accept' | 'tentative' | 'decline';
  readonly notifyOrganizer: boolean;
  readonly comment?: string;
}

/** One question put to both: may this person with these scopes do this, and what comes of it? */
export interface Case {
  readonly person: Person;
  readonly scopes: readonly string[];
  readonly operation: Operation;
}

const person = fc.constantFrom(...PEOPLE);
const timeZone = fc.option(fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Eastern Standard Time'), {
  nil: undefined,
});
const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((value) => value.trim() === value);

function reference(...kinds: readonly Reference['kind'][]): fc.Arbitrary<Reference> {
  return fc.record({ kind: fc.constantFrom(...kinds), owner: person, index: fc.nat(200) });
}

const calendar = fc.option(reference('own', 'own', 'foreign', 'missing', 'malformed'), { nil: undefined });
const event = reference('own', 'own', 'invitation', 'foreign', 'missing', 'malformed');

const listEvents: fc.Arbitrary<ListEvents> = fc.record({
  tool: fc.constant('calendar_list_events'),
  calendar,
  from: fc.integer({ min: -21 * 24, max: 21 * 24 }),
  hours: fc.integer({ min: 1, max: 21 * 24 }),
  limit: fc.integer({ min: 3, max: 50 }),
  timeZone,
});

const getEvent: fc.Arbitrary<GetEvent> = fc.record({
  tool: fc.constant('calendar_get_event'),
  event,
  includeBody: fc.boolean(),
  timeZone,
});

const createEvent: fc.Arbitrary<CreateEvent> = fc.record({
  tool: fc.constant('calendar_create_event'),
  calendar,
  subject: text,
  hour: fc.integer({ min: 0, max: 22 }),
  minutes: fc.integer({ min: 1, max: 59 }),
  body: fc.option(text, { nil: undefined }),
  location: fc.option(text, { nil: undefined }),
  attendees: fc.uniqueArray(person, { maxLength: 2 }),
  private: fc.boolean(),
  timeZone,
});

const respond: fc.Arbitrary<Respond> = fc.record({
  tool: fc.constant('calendar_respond'),
  event: reference('invitation', 'invitation', 'own', 'foreign', 'missing', 'malformed'),
  response: fc.constantFrom('accept', 'tentative', 'decline'),
  notifyOrganizer: fc.boolean(),
  comment: fc.option(text, { nil: undefined }),
});

export const anyCase: fc.Arbitrary<Case> = fc.record({
  person,
  scopes: fc.subarray([...SCOPES], { minLength: 1 }),
  operation: fc.oneof(
    { weight: 2, arbitrary: fc.constant({ tool: 'get_my_context' } as const) },
    { weight: 1, arbitrary: fc.constant({ tool: 'calendar_list_calendars' } as const) },
    { weight: 3, arbitrary: listEvents },
    { weight: 3, arbitrary: getEvent },
    { weight: 2, arbitrary: createEvent },
    { weight: 2, arbitrary: respond },
  ),
});
