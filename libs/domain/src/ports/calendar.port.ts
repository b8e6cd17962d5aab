import type { UserContext } from '../call/user-context.js';
import type { AgentMark } from './agent-mark.js';
import type { BodyFormat } from './body-format.js';
import type { EventTime, NewEventTime, Recurrence, ShowAs, TimeSlot } from '../time/event-time.js';
import type { Listed } from './listed.js';

/** Somebody as a calendar knows them. */
export interface Participant {
  readonly name?: string;
  /** As it came: absent, empty or of another system (`/o=ExchangeLabs/…`) for some who were invited by name only. */
  readonly address?: string;
}

/** What somebody answered to an invitation. */
export type ResponseStatus = 'none' | 'organizer' | 'accepted' | 'tentative' | 'declined' | 'notResponded';

export interface Attendee extends Participant {
  readonly kind: 'required' | 'optional' | 'resource';
  readonly response: ResponseStatus;
  /** The time they propose instead; only the organizer sees it. */
  readonly proposedTime?: TimeSlot;
}

/** A calendar that the person can open. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly canEdit: boolean;
  readonly owner?: Participant;
}

/** `series` is the master of a recurring event; `occurrence` follows it; `exception` was changed on its own. */
export type EventKind = 'single' | 'occurrence' | 'exception' | 'series';

/** An event as a list shows it. */
export interface CalendarEvent {
  readonly id: string;
  readonly subject: string;
  readonly time: EventTime;
  readonly kind: EventKind;
  /** The series an occurrence or exception belongs to. */
  readonly seriesId?: string;
  readonly location?: string;
  readonly organizer?: Participant;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly isPrivate: boolean;
  readonly showAs: ShowAs;
  /** How the signed-in person answered. */
  readonly response: ResponseStatus;
  readonly isOnlineMeeting: boolean;
}

/** An event with everything that is known of it. */
export interface EventDetails extends CalendarEvent {
  readonly attendees: readonly Attendee[];
  readonly webLink?: string;
  readonly joinUrl?: string;
  readonly recurrence?: Recurrence;
  readonly allowsNewTimeProposals: boolean;
  /** The organizer wants to be told of no answer. */
  readonly wantsNoResponse?: true;
  /** It repeats by a rule that cannot be read, so `recurrence` is absent. */
  readonly hasUnknownRule?: true;
  /** IANA zone the event is anchored in: a series keeps its local time there. */
  readonly originalTimeZone?: string;
  /** The name of that zone where it has no IANA name. */
  readonly unknownTimeZone?: string;
  /** Which version this is, for changing nothing but that version. */
  readonly version: string;
  /** Only when it was asked for and may be read. */
  readonly body?: string;
  /** Absent: plain text. */
  readonly bodyFormat?: BodyFormat;
}

/**
 * Where a page of events ended: the start of its last event (midnight UTC of an all-day event's first date) and the id
 * of that event; events of one start are ordered by id, so whatever comes up to it was given.
 */
export interface EventPosition {
  readonly start: string;
  readonly id: string;
}

/** Which events of a time range are wanted, a page at a time. */
export interface RangeQuery {
  /**
   * UTC instants, the end exclusive: events that overlap it are meant. All-day events are those whose dates overlap it
   * in any time zone; which of them do in the viewer's, the caller tells.
   */
  readonly range: TimeSlot;
  readonly limit: number;
  readonly after?: EventPosition;
}

export interface EventQuery extends RangeQuery {
  /** The person's default calendar when absent. */
  readonly calendarId?: string;
  /** Address of somebody who shares their default calendar with the person: that one. Needs `Calendars.Read.Shared`. */
  readonly calendarOf?: string;
}

/** Some of the events that a query finds, and where the next ones begin. */
export interface EventPage {
  /** Ordered by start and then by id, occurrences expanded, series masters never included. */
  readonly events: readonly CalendarEvent[];
  /** Present when there may be more. */
  readonly next?: EventPosition;
  /** How many were left out because they could not be read. */
  readonly skipped?: number;
}

/** An event to be made. */
export interface NewEvent {
  readonly subject: string;
  readonly time: NewEventTime;
  readonly calendarId?: string;
  readonly location?: string;
  readonly attendees: readonly NewAttendee[];
  /** Plain text. */
  readonly body?: string;
  readonly onlineMeeting: boolean;
  readonly isPrivate: boolean;
  readonly showAs?: ShowAs;
  readonly reminderMinutes?: number;
  readonly recurrence?: Recurrence;
  /** The same id twice makes one event (Graph `transactionId`). */
  readonly transactionId: string;
  /** Kept in the person's own calendar only. Without the trace: the same call again must say the same. */
  readonly mark?: Pick<AgentMark, 'client'>;
}

/** Somebody to be invited. */
export interface NewAttendee {
  readonly address: string;
  readonly kind: 'required' | 'optional';
}

/** What shall be different about an event; what is not given stays. */
export interface EventChanges {
  readonly subject?: string;
  readonly time?: NewEventTime;
  /** Of a series, together with its time. */
  readonly recurrence?: Recurrence;
  readonly location?: string;
  /** Plain text, in place of the text it has; the join information of an online meeting stays below it. */
  readonly body?: string;
  /** The whole list. */
  readonly attendees?: readonly Pick<Attendee, 'name' | 'address' | 'kind'>[];
  readonly isPrivate?: boolean;
  readonly showAs?: ShowAs;
  readonly reminderMinutes?: number;
}

/** One version of an event, single, series or occurrence. */
export type EventVersion = Pick<EventDetails, 'id' | 'version'>;

/** The answer to an invitation. */
export interface EventResponse {
  readonly answer: 'accept' | 'tentative' | 'decline';
  readonly comment?: string;
  readonly notifyOrganizer: boolean;
  /** UTC instants; only with `tentative` or `decline`. */
  readonly proposedTime?: TimeSlot;
}

/** The signed-in person's calendars. Every method throws `DomainError` and nothing else. */
export abstract class CalendarPort {
  /** Needs `Calendars.ReadBasic`. */
  abstract listCalendars(user: UserContext): Promise<Listed<Calendar>>;

  /** Needs `Calendars.ReadBasic`. */
  abstract listEvents(user: UserContext, query: EventQuery): Promise<EventPage>;

  /**
   * What a series consists of; none for the id of anything else. Needs `Calendars.ReadBasic`.
   * @throws DomainError `not_found`
   */
  abstract listOccurrences(user: UserContext, seriesId: string, query: RangeQuery): Promise<EventPage>;

  /**
   * Needs `Calendars.ReadBasic`, and `Calendars.Read` with a body.
   * @throws DomainError `not_found`
   */
  abstract getEvent(user: UserContext, eventId: string, options: { readonly withBody: boolean }): Promise<EventDetails>;

  /** Needs `Calendars.ReadWrite`. */
  abstract createEvent(user: UserContext, event: NewEvent): Promise<EventDetails>;

  /**
   * Attendees are told of what the organizer changes; a changed occurrence becomes an exception of its series. Needs
   * `Calendars.ReadWrite`.
   * @throws DomainError `not_found`, `conflict` (no longer that version)
   */
  abstract updateEvent(user: UserContext, event: EventVersion, changes: EventChanges): Promise<EventDetails>;

  /**
   * Takes a meeting, or one occurrence of it, out of the organizer's calendar and tells the attendees, who see it
   * cancelled. Needs `Calendars.ReadWrite`.
   * @throws DomainError `not_found`, `not_allowed` (not the organizer)
   */
  abstract cancelEvent(user: UserContext, eventId: string, comment?: string): Promise<void>;

  /**
   * Takes an event, or one occurrence, out of the person's own calendar; for what has no attendees or was cancelled.
   * Needs `Calendars.ReadWrite`.
   * @throws DomainError `not_found`, `conflict` (no longer that version)
   */
  abstract deleteEvent(user: UserContext, event: EventVersion): Promise<void>;

  /**
   * Needs `Calendars.ReadWrite`.
   * @throws DomainError `not_found`, `not_allowed` (the organizer cannot respond)
   */
  abstract respond(user: UserContext, eventId: string, response: EventResponse): Promise<void>;
}
