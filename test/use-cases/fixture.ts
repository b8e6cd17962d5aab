import { Temporal } from 'temporal-polyfill';
import { askGraph, itemsOf } from '../equivalence/graph.js';
import type { LocalTenant } from '../support/tenant.js';

export const ANNA = 'anna.berg@fernglas.example';
export const BEN = 'ben.carter@fernglas.example';
export const PARTNER = 'partner@elsewhere.example';

/** An event as Graph shows it, as far as useCases look at it. */
export interface SeenEvent {
  readonly id: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly showAs: string;
  readonly isAllDay: boolean;
  readonly isOnlineMeeting: boolean;
  readonly isCancelled: boolean;
  readonly sensitivity: string;
  readonly reminderMinutesBeforeStart: number;
  readonly location: { readonly displayName: string };
  readonly responseStatus: { readonly response: string };
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
}

/** A message as Graph shows it, as far as useCases look at it. */
export interface SeenMessage {
  readonly id: string;
  readonly subject: string;
  readonly isRead: boolean;
  readonly flag: { readonly flagStatus: string };
  readonly body: { readonly content: string };
  readonly toRecipients: readonly { readonly emailAddress: { readonly address: string } }[];
}

interface SeenSchedule {
  readonly scheduleItems: readonly { readonly status: string }[];
}

/** A file or folder as Graph shows it, as far as useCases look at it. */
export interface SeenItem {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

type Who = 'anna' | 'ben' | 'noor';
const LOCAL = 'outlook.timezone="W. Europe Standard Time"';

/** The tenant as its people see it by themselves. */
export class Fixture {
  readonly #tenant: LocalTenant;
  readonly #today: Temporal.PlainDate;

  constructor(tenant: LocalTenant) {
    this.#tenant = tenant;
    const now = Temporal.Instant.fromEpochMilliseconds(tenant.clock().getTime());
    this.#today = now.toZonedDateTimeISO('Europe/Berlin').toPlainDate();
  }

  /** The date so many days after today, where anna is. */
  readonly day = (after: number): string => this.#today.add({ days: after }).toString();

  /** Events of six weeks with this subject, in anna's local time. */
  readonly events = async (subject: string, who: Who = 'anna'): Promise<readonly SeenEvent[]> => {
    const range = `startDateTime=${this.day(-1)}T00:00:00Z&endDateTime=${this.day(42)}T00:00:00Z&$top=500`;
    const found = await this.#items<SeenEvent>(who, `/me/calendarView?${range}`);
    return found.filter((event) => event.subject === subject);
  };

  /** How the time of these people is taken between two local times of anna, as their calendars show it to her. */
  readonly taken = async (addresses: readonly string[], from: string, to: string): Promise<readonly string[]> => {
    const at = (local: string) => ({ dateTime: local.slice(0, 16), timeZone: 'Europe/Berlin' });
    const body = { schedules: addresses, startTime: at(from), endTime: at(to) };
    const token = await this.#tenant.token({ user: 'anna', audience: 'graph' });
    const request = { method: 'POST', path: '/me/calendar/getSchedule', body } as const;
    const found = itemsOf<SeenSchedule>(await askGraph(this.#tenant, token, request));
    return found.flatMap(({ scheduleItems }) => scheduleItems.map(({ status }) => status));
  };

  /** Messages of a folder whose subject has this in it. */
  readonly messages = async (folder: string, subject = '', who: Who = 'anna'): Promise<readonly SeenMessage[]> => {
    const found = await this.#items<SeenMessage>(who, `/me/mailFolders/${folder}/messages?$top=100`);
    return found.filter((message) => message.subject.includes(subject));
  };

  /** What a folder of anna's drive holds. */
  readonly files = async (folder: string): Promise<readonly string[]> => {
    const found = await this.#items<SeenItem>('anna', `/me/drive/root:/${encodeURIComponent(folder)}:/children`);
    return found.map(({ name }) => name);
  };

  /** Whether this person sees an item of anna's. */
  readonly mayOpen = async (
    who: Who,
    item: { readonly driveId: string; readonly itemId: string },
  ): Promise<boolean> => {
    const token = await this.#tenant.token({ user: who, audience: 'graph' });
    const path = `/drives/${encodeURIComponent(item.driveId)}/items/${encodeURIComponent(item.itemId)}`;
    return (await askGraph(this.#tenant, token, { path })).status === 200;
  };

  async #items<Item>(who: Who, path: string): Promise<readonly Item[]> {
    const token = await this.#tenant.token({ user: who, audience: 'graph' });
    const answer = await askGraph(this.#tenant, token, { path, prefer: LOCAL });
    if (answer.status !== 200) throw new Error(`Graph answered ${answer.status} to ${path}`);
    return itemsOf<Item>(answer);
  }
}
