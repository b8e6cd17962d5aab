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
  type UserContext,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../../calendar/event-order.js';
import { addEvent } from './add-event.js';
import { answerEntry } from './answer-entry.js';
import { cancelForAttendees, changeEntry, assertVersion, removeEntry } from './change-entry.js';
import { toDetails } from './entry-view.js';
import { eventsBefore, eventsOf } from './events-of.js';
import { findEntry } from './find-entry.js';
import { Mailboxes } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';
import { sharedEvents } from './shared-events.js';

/** Calendars in memory with Graph's rules; for trying Behalf without a tenant and for fast tests. */
@Injectable()
export class InMemoryCalendar extends CalendarPort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async listCalendars(user: UserContext): Promise<readonly Calendar[]> {
    assertGranted(user, 'Calendars.ReadBasic');
    return this.#mailboxes.of(user).calendars;
  }

  override async listEvents(user: UserContext, query: EventQuery): Promise<EventPage> {
    assertGranted(user, query.calendarOf === undefined ? 'Calendars.ReadBasic' : 'Calendars.Read.Shared');
    const mailbox = this.#mailboxes.of(user);
    if (query.calendarOf !== undefined) return pageOf(sharedEvents(this.#mailboxes, mailbox, query), query);
    return pageOf(eventsBefore(mailbox, query.range.end, query.calendarId), query);
  }

  override async listOccurrences(user: UserContext, seriesId: string, query: RangeQuery): Promise<EventPage> {
    assertGranted(user, 'Calendars.ReadBasic');
    const { entry, occurrence } = findEntry(this.#mailboxes.of(user), seriesId);
    if (occurrence || !entry.meeting.draft.recurrence) return { events: [] };
    return pageOf(eventsOf(entry, new Date(query.range.end)), query);
  }

  override async getEvent(
    user: UserContext,
    eventId: string,
    { withBody }: { readonly withBody: boolean },
  ): Promise<EventDetails> {
    assertGranted(user, withBody ? 'Calendars.Read' : 'Calendars.ReadBasic');
    const { entry, occurrence } = findEntry(this.#mailboxes.of(user), eventId);
    return toDetails(entry, occurrence, withBody);
  }

  override async createEvent(user: UserContext, event: NewEvent): Promise<EventDetails> {
    assertGranted(user, 'Calendars.ReadWrite');
    return toDetails(addEvent(this.#mailboxes, this.#mailboxes.of(user), event), undefined, false);
  }

  /** What the event was marked with when the person made it. */
  markOf(user: UserContext, eventId: string): NewEvent['mark'] {
    const { meeting, response } = findEntry(this.#mailboxes.of(user), eventId).entry;
    return response === 'organizer' ? meeting.draft.mark : undefined;
  }

  override async updateEvent(user: UserContext, event: EventVersion, changes: EventChanges): Promise<EventDetails> {
    assertGranted(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    const found = findEntry(mailbox, event.id);
    assertVersion(found, event);
    changeEntry(this.#mailboxes, found, changes);
    const { entry, occurrence } = findEntry(mailbox, event.id);
    return toDetails(entry, occurrence, false);
  }

  override async cancelEvent(user: UserContext, eventId: string): Promise<void> {
    assertGranted(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    const found = findEntry(mailbox, eventId);
    if (found.entry.response !== 'organizer') {
      throw new DomainError('not_allowed', 'Only the organizer can cancel a meeting.');
    }
    if (!found.occurrence) cancelForAttendees(this.#mailboxes, found.entry);
    removeEntry(mailbox, found);
  }

  override async deleteEvent(user: UserContext, event: EventVersion): Promise<void> {
    assertGranted(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    const found = findEntry(mailbox, event.id);
    assertVersion(found, event);
    removeEntry(mailbox, found);
  }

  override async respond(user: UserContext, eventId: string, response: EventResponse): Promise<void> {
    assertGranted(user, 'Calendars.ReadWrite');
    const mailbox = this.#mailboxes.of(user);
    answerEntry(mailbox, findEntry(mailbox, eventId), response);
  }
}
