import { randomUUID } from 'node:crypto';
import {
  type Attendee,
  type Calendar,
  DomainError,
  type MailboxSettings,
  type NewEvent,
  type ResponseStatus,
} from '@app/domain';
import type { MailboxOwner, MailboxSeed } from './mailbox-seed.js';

/** An event as its organizer made it, shared by everybody who has it in a calendar. */
export interface Meeting {
  readonly draft: NewEvent;
  readonly organizer: MailboxOwner;
  attendees: readonly Attendee[];
  readonly joinUrl?: string;
}

/** A meeting in one person's calendar. */
export interface Entry {
  readonly id: string;
  readonly calendarId: string;
  readonly meeting: Meeting;
  response: ResponseStatus;
  /** Answers to single occurrences, by date; a declined one is gone. */
  readonly occurrences: Map<string, ResponseStatus>;
}

/** One person's calendars and what is in them. */
export class Mailbox {
  readonly owner: MailboxOwner;
  readonly settings: MailboxSettings;
  readonly calendars: readonly Calendar[];
  readonly entries = new Map<string, Entry>();
  readonly #byTransaction = new Map<string, Entry>();

  constructor({ settings, calendars = [], key, displayName, address }: MailboxSeed) {
    this.owner = { key, displayName, address };
    this.settings = settings ?? { timeZone: 'UTC' };
    this.calendars = ['Calendar', ...calendars].map((name, index) => ({
      id: randomUUID(),
      name,
      isDefault: index === 0,
      canEdit: true,
      owner: { name: displayName, address },
    }));
  }

  /** @throws DomainError `not_found` */
  calendar(id: string | undefined): Calendar {
    const calendar = this.calendars.find((one) => (id === undefined ? one.isDefault : one.id === id));
    if (!calendar)
      throw new DomainError('not_found', 'There is no such calendar.', { userAction: 'List the calendars.' });
    return calendar;
  }

  /** Puts a meeting into a calendar. */
  add(meeting: Meeting, response: ResponseStatus, calendarId = this.calendar(undefined).id): Entry {
    const entry: Entry = { id: randomUUID(), calendarId, meeting, response, occurrences: new Map() };
    this.entries.set(entry.id, entry);
    if (response === 'organizer') this.#byTransaction.set(meeting.draft.transactionId, entry);
    return entry;
  }

  /** The event this person made with the transaction id. */
  madeBy(transactionId: string): Entry | undefined {
    return this.#byTransaction.get(transactionId);
  }
}
