import fc from 'fast-check';
import type { Person } from '../directory.js';
import { person } from './arbitraries.js';
import {
  type CancelEvent,
  cancelEvent,
  type CreateEvent,
  createEvent,
  type FindMeetingTimes,
  findMeetingTimes,
  type GetFreeBusy,
  getFreeBusy,
  type GetEvent,
  getEvent,
  type ListSharedEvents,
  listSharedEvents,
  type ListEvents,
  listEvents,
  type ListOccurrences,
  listOccurrences,
  type FindRooms,
  findRooms,
  type Respond,
  respond,
  type UpdateEvent,
  updateEvent,
} from './calendar.js';
import { anyFilesOperation, type FilesOperation } from './files.js';
import { type FindPeople, findPeople } from './people.js';
import { anyMailOperation, type MailOperation } from './mail.js';

export type { Reference } from './arbitraries.js';

/** Scopes of random tokens: all that any tool asks for, what implies them, and one that is about something else. */
const SCOPES = [
  ...['User.Read', 'User.ReadBasic.All', 'MailboxSettings.Read', 'Calendars.ReadBasic', 'Calendars.Read'],
  ...['Calendars.ReadWrite', 'Calendars.Read.Shared', 'Calendars.ReadWrite.Shared', 'Mail.ReadBasic', 'Mail.Read'],
  ...['Mail.ReadWrite', 'Mail.Send', 'People.Read', 'Place.Read.All', 'Files.Read', 'Files.ReadWrite'],
] as const;

export type Operation =
  | { readonly tool: 'get_my_context' }
  | FindPeople
  | { readonly tool: 'calendar_list_calendars' }
  | ListEvents
  | GetEvent
  | GetFreeBusy
  | FindRooms
  | ListSharedEvents
  | FindMeetingTimes
  | ListOccurrences
  | CreateEvent
  | UpdateEvent
  | CancelEvent
  | Respond
  | MailOperation
  | FilesOperation;

/** One question put to both: may this person with these scopes do this, and what comes of it? */
export interface Case {
  readonly person: Person;
  readonly scopes: readonly string[];
  readonly operation: Operation;
}

export const anyCase: fc.Arbitrary<Case> = fc.record({
  person,
  scopes: fc.subarray([...SCOPES], { minLength: 1 }),
  operation: fc.oneof(
    { weight: 1, arbitrary: fc.constant({ tool: 'get_my_context' } as const) },
    { weight: 1, arbitrary: fc.constant({ tool: 'calendar_list_calendars' } as const) },
    { weight: 1, arbitrary: findPeople },
    { weight: 2, arbitrary: listEvents },
    { weight: 2, arbitrary: getEvent },
    { weight: 1, arbitrary: listOccurrences },
    { weight: 1, arbitrary: getFreeBusy },
    { weight: 1, arbitrary: findRooms },
    { weight: 2, arbitrary: listSharedEvents },
    { weight: 1, arbitrary: findMeetingTimes },
    { weight: 1, arbitrary: createEvent },
    { weight: 2, arbitrary: updateEvent },
    { weight: 2, arbitrary: cancelEvent },
    { weight: 1, arbitrary: respond },
    { weight: 6, arbitrary: anyMailOperation },
    { weight: 4, arbitrary: anyFilesOperation },
  ),
});
