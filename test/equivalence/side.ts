import { toIanaZone } from '@app/domain';
import type { Reference } from './cases/index.js';
import type { Directory, Person } from './directory.js';
import type { GraphRequest } from './graph.js';
import { Refused } from './outcome.js';

/** What both sides know of a question beside the operation. */
export interface Situation {
  readonly person: Person;
  readonly scopes: readonly string[];
  readonly directory: Directory;
}

/** Calls the tool; ends with a `Refused` when it is refused. */
export type CallTool = <Data>(args: object) => Promise<Data>;

/** Asks Graph; ends with a `Refused` when it is refused. */
export type AskGraph = <Body>(request: GraphRequest) => Promise<Body>;

/** A tool and the Graph requests it stands for. Both give what is compared; the default is that it is equal. */
export interface Equivalent<Operation> {
  readonly throughServer: (operation: Operation, call: CallTool, situation: Situation) => Promise<unknown>;
  readonly directly: (operation: Operation, ask: AskGraph, situation: Situation) => Promise<unknown>;
  readonly assertAgree?: (served: unknown, direct: unknown) => void;
}

/** The id of an event that a reference means, of an existing one or of none. */
export function eventIdOf(reference: Reference, { directory, person }: Situation): string {
  const { events, invitations } = directory[reference.kind === 'foreign' ? reference.owner : person];
  return idOf(reference, reference.kind === 'invitation' ? invitations.map(({ id }) => id) : events, directory);
}

/** As with events; of somebody without drafts, any message. */
export function messageIdOf(reference: Reference, { directory, person }: Situation): string {
  const { messages, drafts } = directory[reference.kind === 'foreign' ? reference.owner : person];
  return idOf(reference, reference.kind === 'draft' ? drafts : messages, directory);
}

export function folderIdOf(reference: Reference, { directory, person }: Situation): string {
  return idOf(reference, directory[reference.kind === 'foreign' ? reference.owner : person].folders, directory);
}

export function itemIdOf(reference: Reference, { directory, person }: Situation): string {
  return idOf(reference, directory[reference.kind === 'foreign' ? reference.owner : person].items, directory);
}

/** As with items; without a reference the top folder. */
export function itemFolderIdOf(reference: Reference | undefined, { directory, person }: Situation): string {
  if (!reference) return 'root';
  return idOf(reference, directory[reference.kind === 'foreign' ? reference.owner : person].itemFolders, directory);
}

export function calendarIdOf(reference: Reference, { directory, person }: Situation): string {
  return idOf(reference, directory[reference.kind === 'foreign' ? reference.owner : person].calendars, directory);
}

/** The zone a person means: the one named, else the mailbox's where the token may read it. Whether it may is noted. */
export async function zoneFor(
  { timeZone }: { readonly timeZone?: string },
  ask: AskGraph,
  { scopes }: Situation,
): Promise<string | undefined> {
  if (timeZone !== undefined) return toIanaZone(timeZone);
  if (!scopes.includes('MailboxSettings.Read')) return undefined;
  try {
    return toIanaZone((await ask<{ timeZone: string }>({ path: '/me/mailboxSettings?$select=timeZone' })).timeZone);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function idOf({ kind, index }: Reference, ids: readonly string[], directory: Directory): string {
  if (kind === 'malformed') return 'AAMkA-nonsense';
  const found = kind === 'missing' ? undefined : ids[index % ids.length];
  return found ?? (directory.anna.events[0] ?? '').replace(/.{6}AAA=$/, 'zzzzzzAAA=');
}
