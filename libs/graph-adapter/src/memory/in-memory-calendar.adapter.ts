import {
  type Calendar,
  type CalendarEvent,
  CalendarPort,
  DomainError,
  type EventDetails,
  type EventPage,
  type EventQuery,
  type EventResponse,
  type NewEvent,
  type RangeQuery,
  type ResponseStatus,
  type UserCall,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../calendar/event-order.js';
import { addEvent } from './add-event.js';
import { toDetails, toEvent } from './entry-view.js';
import { findEntry, type Found } from './find-entry.js';
import type { Entry, Mailbox } from './mailbox.js';
import { Mailboxes } from './mailboxes.js';
import { mustHave } from './must-have.js';
import { occurrencesOf } from './occurrences.js';

/** Calendars in memory with Graph's rules; for trying Behalf without a tenant and for fast tests. */
@Injectable()
export class InMemoryCalendar extends CalendarPort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async listCalendars(user: UserCall): Promise<readonly Calendar[]> {
    mustHave(user, 'Calendars.ReadBasic');
    return this.#mailboxes.of(user).calendars;
  }

  override async listEvents(user: UserCall, query: EventQuery): Promise<EventPage> {
    mustHave(user, 'Calendars.ReadBasic');
    const mailbox = this.#mailboxes.of(user);
    const { id } = mailbox.calendar(query.calendarId);
    const entries = [...mailbox.entries.values()].filter(({ calendarId }) => calendarId === id);
    const before = new Date(query.range.end);
    return pageOf(
      entries.flatMap((entry) => [...eventsOf(entry, before)]),
      query,
    );
  }

  override async listOccurrences(user: UserCall, seriesId: string, query: RangeQuery): Promise<EventPage> {
    mustHave(user, 'Calendars.ReadBasic');
    const { entry, occurrence } = findEntry(this.#mailboxes.of(user), seriesId);
    if (occurrence || !entry.meeting.draft.recurrence) return { events: [] };
    return pageOf(eventsOf(entry, new Date(query.range.end)), query);
  }

  override async getEvent(
    user: UserCall,
    eventId: string,
    { withBody }: { readonly withBody: boolean },
  ): Promise<EventDetails> {
    mustHave(user, withBody ? 'Calendars.Read' : 'Calendars.ReadBasic');
    const { entry, occurrence } = findEntry(this.#mailboxes.of(user), eventId);
    return toDetails(entry, occurrence, withBody);
  }

  override async createEvent(user: UserCall, event: NewEvent): Promise<EventDetails> {
    mustHave(user, 'Calendars.ReadWrite');
    return toDetails(addEvent(this.#mailboxes, this.#mailboxes.of(user), event), undefined, false);
  }

  override async respond(user: UserCall, eventId: string, response: EventResponse): Promise<void> {
    mustHave(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    const found = findEntry(mailbox, eventId);
    mustBeAnswerable(found, response);
    const status = STATUS[response.answer];
    answer(mailbox, found, status);
    if (response.notifyOrganizer && !found.occurrence) tellOrganizer(mailbox, found, status);
  }
}

const STATUS = { accept: 'accepted', tentative: 'tentative', decline: 'declined' } as const;

function* eventsOf(entry: Entry, before: Date): Generator<CalendarEvent> {
  for (const occurrence of occurrencesOf(entry.meeting.draft, before)) {
    if (entry.occurrences.get(occurrence.date) !== 'declined') yield toEvent(entry, occurrence);
  }
}

function mustBeAnswerable({ entry }: Found, { answer, proposedTime }: EventResponse): void {
  if (entry.response === 'organizer') {
    throw new DomainError('not_allowed', 'The organizer of a meeting cannot respond to it.');
  }
  if (proposedTime && answer === 'accept') {
    throw new DomainError('invalid_arguments', 'Who accepts a time cannot propose another.');
  }
}

function answer(mailbox: Mailbox, { entry, occurrence }: Found, status: ResponseStatus): void {
  if (occurrence) entry.occurrences.set(occurrence.date, status);
  else if (status === 'declined') mailbox.entries.delete(entry.id);
  else entry.response = status;
}

function tellOrganizer({ owner }: Mailbox, { entry: { meeting } }: Found, response: ResponseStatus): void {
  meeting.attendees = meeting.attendees.map((attendee) =>
    attendee.address.toLowerCase() === owner.address.toLowerCase() ? { ...attendee, response } : attendee,
  );
}
