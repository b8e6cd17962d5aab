import {
  type Calendar,
  CalendarPort,
  DomainError,
  type EventChanges,
  type EventDetails,
  type EventPage,
  type EventQuery,
  type EventResponse,
  type EventVersion,
  type NewEvent,
  type RangeQuery,
  type UserCall,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../calendar/event-order.js';
import { addEvent } from './add-event.js';
import { answerEntry } from './answer-entry.js';
import { cancelForAttendees, changeEntry, mustBeVersion, removeEntry } from './change-entry.js';
import { toDetails } from './entry-view.js';
import { eventsBefore, eventsOf } from './events-of.js';
import { findEntry } from './find-entry.js';
import { Mailboxes } from './mailboxes.js';
import { mustHave } from './must-have.js';
import { sharedEvents } from './shared-events.js';

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
    mustHave(user, query.calendarOf === undefined ? 'Calendars.ReadBasic' : 'Calendars.Read.Shared');
    const mailbox = this.#mailboxes.of(user);
    if (query.calendarOf !== undefined) return pageOf(sharedEvents(this.#mailboxes, mailbox, query), query);
    return pageOf(eventsBefore(mailbox, query.range.end, query.calendarId), query);
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

  override async updateEvent(user: UserCall, event: EventVersion, changes: EventChanges): Promise<EventDetails> {
    mustHave(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    const found = findEntry(mailbox, event.id);
    mustBeVersion(found, event);
    changeEntry(this.#mailboxes, found, changes);
    const { entry, occurrence } = findEntry(mailbox, event.id);
    return toDetails(entry, occurrence, false);
  }

  override async cancelEvent(user: UserCall, eventId: string): Promise<void> {
    mustHave(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    const found = findEntry(mailbox, eventId);
    if (found.entry.response !== 'organizer') {
      throw new DomainError('not_allowed', 'Only the organizer can cancel a meeting.');
    }
    if (!found.occurrence) cancelForAttendees(this.#mailboxes, found.entry);
    removeEntry(mailbox, found);
  }

  override async deleteEvent(user: UserCall, event: EventVersion): Promise<void> {
    mustHave(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    const found = findEntry(mailbox, event.id);
    mustBeVersion(found, event);
    removeEntry(mailbox, found);
  }

  override async respond(user: UserCall, eventId: string, response: EventResponse): Promise<void> {
    mustHave(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    answerEntry(mailbox, findEntry(mailbox, eventId), response);
  }
}
