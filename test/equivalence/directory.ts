import type { LocalTenant } from '../support/tenant.js';
import { BEGINNING_MS } from './beginning.js';
import { askGraph, itemsOf } from './graph.js';

/** Everybody of the seed: members of two tenants, a guest without a mailbox, and one who consented to nothing. */
export const PEOPLE = ['anna', 'ben', 'chitra', 'dylan', 'noor', 'eva', 'otto'] as const;
export type Person = (typeof PEOPLE)[number];

/** The ids a person has; the same after each reset. */
export interface Belongings {
  readonly mail: string;
  readonly calendars: readonly string[];
  /** Single events, series, occurrences and exceptions. */
  readonly events: readonly string[];
  /** Meetings somebody else organised. */
  readonly invitations: readonly Invitation[];
  readonly messages: readonly string[];
  readonly drafts: readonly string[];
  readonly folders: readonly string[];
  /** Files and folders of the OneDrive, and those that are folders. */
  readonly items: readonly string[];
  readonly itemFolders: readonly string[];
}

export interface Invitation {
  readonly id: string;
  readonly organizer: string;
}

export type Directory = Readonly<Record<Person, Belongings>>;

interface SeenEvent {
  readonly id: string;
  readonly isOrganizer: boolean;
  readonly organizer: { readonly emailAddress: { readonly address: string } };
}

export async function readDirectory(tenant: LocalTenant): Promise<Directory> {
  const entries = await Promise.all(
    PEOPLE.map(async (person) => [person, await belongingsOf(tenant, person)] as const),
  );
  return Object.fromEntries(entries) as Directory;
}

async function belongingsOf(tenant: LocalTenant, person: Person): Promise<Belongings> {
  const token = await tenant.token({ user: person, audience: 'graph' });
  const list = async <Item>(path: string) => itemsOf<Item>(await askGraph(tenant, token, { path }));
  const [startDateTime, endDateTime] = [-30, 30].map((days) =>
    new Date(BEGINNING_MS + days * 86_400_000).toISOString(),
  );
  const window = `startDateTime=${startDateTime}&endDateTime=${endDateTime}`;
  const whole = await list<SeenEvent>('/me/events?$top=200');
  const view = await list<SeenEvent>(`/me/calendarView?${window}&$top=200`);
  const messages = await list<{ id: string; isDraft: boolean }>('/me/messages?$top=200&$select=id,isDraft');
  const top = await list<{ id: string; folder?: object }>('/me/drive/root/children');
  const folders = top.filter(({ folder }) => folder !== undefined);
  const lists = folders.map(({ id }) => list<{ id: string; name: string }>(`/me/drive/items/${id}/children`));
  // What the tool reads out of documents is compared elsewhere: Graph gives their bytes.
  const inside = (await Promise.all(lists)).flat().filter(({ name }) => !/\.(?:docx|xlsx|pptx|pdf)$/.test(name));
  return {
    mail: tenant.directory.user(person)?.mail ?? '',
    calendars: idsOf(await list('/me/calendars?$top=100')),
    events: [...new Set(idsOf([...whole, ...view]))],
    invitations: whole.filter(isInvitation).map(toInvitation),
    messages: idsOf(messages),
    drafts: idsOf(messages.filter(({ isDraft }) => isDraft)),
    folders: idsOf(await list('/me/mailFolders?$top=100')),
    items: idsOf([...top, ...inside]),
    itemFolders: idsOf(folders),
  };
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

function isInvitation({ isOrganizer }: SeenEvent): boolean {
  return !isOrganizer;
}

function toInvitation({ id, organizer }: SeenEvent): Invitation {
  return { id, organizer: organizer.emailAddress.address };
}
