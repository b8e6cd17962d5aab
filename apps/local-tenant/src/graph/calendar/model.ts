import type { Attachment } from '../attachments/model.js';
import type { ExtendedProperty } from '../odata/extended-properties.js';
import type { ZonedTime } from '../time/zoned-time.js';
import type { Recurrence } from './recurrence-model.js';

/** A calendar folder. */
export interface CalendarRecord {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly color: string;
  readonly version: number;
}

export interface EmailAddress {
  readonly name: string;
  readonly address: string;
}

export interface ResponseStatus {
  readonly response: 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
  readonly time: string;
}

export interface ProposedTime {
  readonly start: ZonedTime;
  readonly end: ZonedTime;
}

export interface Attendee {
  readonly type: string;
  readonly status: ResponseStatus;
  readonly emailAddress: EmailAddress;
  readonly proposedNewTime?: ProposedTime;
}

export interface ItemBody {
  readonly contentType: 'html' | 'text';
  readonly content: string;
}

export type Location = Readonly<Record<string, unknown>> & { readonly displayName: string };

/** What somebody can write into an event. */
export interface EventFields {
  readonly subject: string;
  readonly body: ItemBody;
  readonly importance: string;
  readonly sensitivity: string;
  readonly isAllDay: boolean;
  /** Of an all-day event only the date counts: it is the same date in every zone. */
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  readonly location: Location;
  readonly locations: readonly Location[];
  readonly attendees: readonly Attendee[];
  readonly recurrence: Recurrence | null;
  readonly showAs: string;
  readonly categories: readonly string[];
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
  readonly isOnlineMeeting: boolean;
  readonly onlineMeetingProvider: string;
  readonly joinUrl: string | null;
  readonly attachments: readonly Attachment[];
}

/** What differs on one date of a series: it is gone, or an exception with fields of its own. */
export type Override =
  | { readonly kind: 'removed' }
  | {
      readonly kind: 'exception';
      readonly fields: Partial<EventFields>;
      readonly response?: ResponseStatus;
      readonly isCancelled: boolean;
    };

/** One stored event: a single one, or a series with its exceptions by original date. */
export interface CalendarItem {
  readonly id: string;
  readonly calendarId: string;
  readonly iCalUId: string;
  readonly version: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly fields: EventFields;
  readonly organizer: EmailAddress;
  readonly isOrganizer: boolean;
  readonly response: ResponseStatus;
  readonly isCancelled: boolean;
  readonly transactionId: string | null;
  /** In this calendar only. */
  readonly properties?: readonly ExtendedProperty[];
  readonly overrides: ReadonlyMap<string, Override>;
}

/** One event as a calendar shows it. */
export interface EventInstance {
  readonly item: CalendarItem;
  readonly id: string;
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  /** The date the rule gives it, for occurrences and exceptions. */
  readonly occurrence?: string;
  readonly fields: EventFields;
  readonly response: ResponseStatus;
  readonly isCancelled: boolean;
  readonly startMs: number;
  readonly endMs: number;
}

export const NEVER = '0001-01-01T00:00:00Z';
export const NO_RESPONSE: ResponseStatus = { response: 'none', time: NEVER };
export const NOT_RESPONDED: ResponseStatus = { response: 'notResponded', time: NEVER };
export const ORGANIZER: ResponseStatus = { response: 'organizer', time: NEVER };
