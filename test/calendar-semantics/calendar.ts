import { type Behalf, startBehalf } from '../support/behalf.js';
import { clockFrom, ORDINARY_DAY } from '../support/clock.js';
import { type Closable, openTogether } from '../support/keep-open.js';
import { callTool, toolData, toolError } from '../support/mcp.js';
import { EVERY_TOOLSET } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite Calendars.Read.Shared';

export const MAIL = { anna: 'anna.berg@fernglas.example', ben: 'ben.carter@fernglas.example' } as const;
export type Someone = keyof typeof MAIL;

/** An event as a list shows it. */
export interface Shown {
  readonly id: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly allDay?: true;
  readonly kind?: string;
  readonly response?: string;
  readonly changed?: true;
  readonly cancelled?: true;
}

/** An event whole. */
export interface Whole extends Shown {
  readonly originalTimeZone?: string;
  readonly recurrence?: { readonly [name: string]: unknown };
  readonly joinUrl?: string;
  readonly attendees: readonly { readonly address: string; readonly kind: string; readonly response: string }[];
}

/** What a write answers. */
export interface Written {
  readonly done: boolean;
  readonly event: Shown;
  readonly notified: readonly string[];
  readonly external?: readonly string[];
  readonly conflicts?: readonly Shown[];
}

/** The calendars of two people, through the tools and over HTTP. Anna's mailbox is in Europe/Berlin. */
export class Calendars {
  readonly tenant: LocalTenant;
  readonly #behalf: Behalf;
  readonly #tokens: Readonly<Record<Someone, string>>;
  #subjects = 0;

  private constructor(tenant: LocalTenant, behalf: Behalf, tokens: Readonly<Record<Someone, string>>) {
    this.tenant = tenant;
    this.#behalf = behalf;
    this.#tokens = tokens;
  }

  static open(): Promise<Calendars & Closable> {
    return openTogether(async (keep) => {
      const tenant = await keep(startTestTenant({ clock: clockFrom(ORDINARY_DAY) }));
      const behalf = await keep(startBehalf(tenant, { env: { TOOLSETS: EVERY_TOOLSET, APPROVALS: 'off' } }));
      const tokenOf = (user: Someone) => tenant.token({ user, scope: SCOPE });
      return new Calendars(tenant, behalf, { anna: await tokenOf('anna'), ben: await tokenOf('ben') });
    });
  }

  /** A subject that no other event has. */
  subject(): string {
    return `Case ${++this.#subjects} of the suite`;
  }

  call<Data>(name: string, args: object, who: Someone = 'anna'): Promise<Data> {
    return toolData<Data>(this.#behalf.url, this.#tokens[who], `calendar_${name}`, args);
  }

  /** The error of a call that must fail. */
  async refusal(name: string, args: object, who: Someone = 'anna'): Promise<Record<string, unknown>> {
    return toolError(await callTool(this.#behalf.url, this.#tokens[who], `calendar_${name}`, args));
  }

  async create(args: object, who: Someone = 'anna'): Promise<Shown> {
    return (await this.call<Written>('create_event', { subject: this.subject(), ...args }, who)).event;
  }

  async list(subject: string, range: object, who: Someone = 'anna'): Promise<readonly Shown[]> {
    const args = { ...range, query: subject, limit: 50 };
    return (await this.call<{ events: Shown[] }>('list_events', args, who)).events;
  }

  async occurrences(eventId: string, range: object): Promise<readonly Shown[]> {
    const args = { eventId, ...range, limit: 50 };
    return (await this.call<{ occurrences: Shown[] }>('list_occurrences', args)).occurrences;
  }

  async get(eventId: string, more: object = {}): Promise<Whole & { readonly body?: string }> {
    const args = { eventId, ...more };
    const { event, untrustedBody } = await this.call<{ event: Whole; untrustedBody?: string }>('get_event', args);
    return { ...event, body: untrustedBody };
  }

  update(eventId: string, changes: object): Promise<Written> {
    return this.call<Written>('update_event', { eventId, ...changes });
  }
}

export function startsOf(events: readonly Shown[]): readonly string[] {
  return events.map(({ start }) => start);
}
