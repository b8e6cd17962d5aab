import { randomUUID } from 'node:crypto';
import {
  type CalendarEvent,
  type CalendarPort,
  type EventPage,
  type EventQuery,
  type NewEvent,
  type Scope,
  type UserContext,
} from '@app/domain';
import type { Someone } from '../suite.js';

/** One adapter with the mailboxes of two people of one organisation; anna shares hers with ben. Calendars may hold other events. */
export interface CalendarHarness {
  readonly calendar: CalendarPort;
  /** Default scope: `Calendars.ReadWrite`. */
  as(person: Someone, scopes?: readonly Scope[]): UserContext;
  addressOf(person: Someone): string;
  /** The client that an event of theirs is marked with, read past the adapter. */
  markOf(person: Someone, eventId: string): Promise<string | undefined>;
  close(): Promise<void>;
}

export type HarnessOf = () => CalendarHarness;

/** A new event of 30 minutes that nobody is invited to; `subject` is unique unless given. */
export function aNewEvent(start: string, overrides: Partial<NewEvent> = {}): NewEvent {
  return {
    subject: `contract ${randomUUID()}`,
    time: { allDay: false, start, end: start.replace(/:00:00$/, ':30:00'), timeZone: 'UTC' },
    attendees: [],
    onlineMeeting: false,
    isPrivate: false,
    transactionId: randomUUID(),
    ...overrides,
  };
}

/** Every page of a query, one after the other. */
export async function pagesOf(
  { calendar }: CalendarHarness,
  user: UserContext,
  query: EventQuery,
  between: (page: EventPage, index: number) => Promise<void> = () => Promise.resolve(),
): Promise<readonly EventPage[]> {
  const pages: EventPage[] = [];
  for (let after = query.after; ;) {
    const page = await calendar.listEvents(user, { ...query, after });
    pages.push(page);
    if (page.next === undefined) return pages;
    await between(page, pages.length - 1);
    after = page.next;
  }
}

/** Every event of the range that has the subject. */
export async function eventsNamed(
  harness: CalendarHarness,
  user: UserContext,
  subject: string | RegExp,
  [start, end]: readonly [string, string],
  calendarId?: string,
): Promise<readonly CalendarEvent[]> {
  const pages = await pagesOf(harness, user, { range: { start, end }, limit: 50, calendarId });
  return pages
    .flatMap(({ events }) => events)
    .filter((event) => (typeof subject === 'string' ? event.subject === subject : subject.test(event.subject)));
}
