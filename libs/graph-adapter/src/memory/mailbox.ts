import { randomUUID } from 'node:crypto';
import {
  type Attendee,
  type Calendar,
  DomainError,
  type EventChanges,
  type MailboxSettings,
  type NewEvent,
  type ResponseStatus,
  type ShowAs,
} from '@app/domain';
import type { MailboxOwner, MailboxSeed } from './mailbox-seed.js';

/** An event as its organizer made it, shared by everybody who has it in a calendar. */
export interface Meeting {
  draft: NewEvent;
  readonly organizer: MailboxOwner;
  attendees: readonly Attendee[];
  readonly joinUrl?: string;
  /** What is different about single occurrences, by the date their rule gives them. */
  exceptions: Map<string, Exception>;
  version: number;
}

/** An occurrence that its organizer took away, or changed. */
export type Exception = 'removed' | EventChanges;

/** A meeting in one person's calendar. */
export interface Entry {
  readonly id: string;
  readonly calendarId: string;
  readonly meeting: Meeting;
  response: ResponseStatus;
  /** Cancelled by the organizer, or no longer for this person. */
  isCancelled: boolean;
  /** As the person shows it, where they are not the organizer. */
  showAs?: ShowAs;
  /** Answers to single occurrences, by date; a declined one is gone. */
  occurrences: Map<string, ResponseStatus>;
}

/** One person's calendars and what is in them. */
export class Mailbox {
  readonly owner: MailboxOwner;
  readonly settings: MailboxSettings;
  readonly calendars: readonly Calendar[];
  readonly sharedWith: readonly string[];
  readonly room: MailboxSeed['room'];
  readonly entries = new Map<string, Entry>();
  readonly #byTransaction = new Map<string, Entry>();

  constructor({ settings, calendars = [], sharedWith = [], room, ...owner }: MailboxSeed) {
    const { key, displayName, address, awayMessage } = owner;
    this.owner = { key, displayName, address, awayMessage };
    this.settings = settings ?? { timeZone: 'UTC' };
    this.sharedWith = sharedWith;
    this.room = room;
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
    const entry: Entry = {
      id: randomUUID(),
      calendarId,
      meeting,
      response,
      isCancelled: false,
      occurrences: new Map(),
    };
    this.entries.set(entry.id, entry);
    if (response === 'organizer') this.#byTransaction.set(meeting.draft.transactionId, entry);
    return entry;
  }

  /** This person's entry of a meeting. */
  entryOf(meeting: Meeting): Entry | undefined {
    return [...this.entries.values()].find((entry) => entry.meeting === meeting);
  }

  /** The event this person made with the transaction id and still has. */
  madeBy(transactionId: string): Entry | undefined {
    const entry = this.#byTransaction.get(transactionId);
    return entry && this.entries.get(entry.id);
  }
}
