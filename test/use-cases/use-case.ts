import type { Fixture } from './fixture.js';

/** What tools answered so far, read as a model reads it: by the names of its fields. */
export interface Answer {
  readonly done?: boolean;
  readonly timeZone: string;
  readonly now: string;
  readonly messageId: string;
  readonly untrustedBody?: string;
  readonly notes?: readonly string[];
  readonly hasMore?: boolean;
  readonly external?: readonly string[];
  readonly notified: readonly string[];
  readonly grantedScopes: readonly string[];
  readonly calendars: readonly { readonly id: string; readonly name: string }[];
  readonly folders: readonly { readonly id: string; readonly name: string }[];
  readonly messages: readonly { readonly id: string; readonly subject: string; readonly unread?: true }[];
  readonly attachments: readonly { readonly id: string; readonly name: string }[];
  readonly events: readonly { readonly id: string; readonly subject: string; readonly start: string }[];
  readonly item: { readonly name: string; readonly driveId: string; readonly itemId: string; readonly version: string };
  readonly link?: string;
  readonly items: readonly { readonly name: string; readonly itemId: string }[];
  readonly untrustedText: string;
  readonly occurrences: readonly { readonly id: string; readonly start: string }[];
  readonly people: readonly {
    readonly address: string;
    readonly busy: readonly { readonly start: string; readonly end: string }[];
  }[];
  readonly suggestions: readonly {
    readonly start: string;
    readonly end: string;
    readonly attendees: readonly { readonly address: string; readonly availability: string }[];
  }[];
  readonly reason?: string;
  readonly rooms: readonly { readonly name: string; readonly address: string; readonly free?: boolean }[];
  readonly event: {
    readonly id: string;
    readonly start: string;
    readonly joinUrl?: string;
    readonly attendees: readonly { readonly address: string; readonly response: string }[];
  };
}

/** One call, its arguments made from what was answered before. */
export type Call = readonly [tool: string, args: (said: readonly Answer[], fixture: Fixture) => object];

/** What a person wants, in words, with the calls that fulfil it and a look at Graph whether it came true. */
export interface UseCase {
  readonly words: string;
  readonly calls: readonly Call[];
  /** Scopes of the token; those of an agent for calendar and mail when absent. */
  readonly scope?: string;
  /** `strict` lets mail go to the own organisation only, `readOnly` changes nothing. */
  readonly server?: 'strict' | 'readOnly';
  /** The last call is refused so; what the agent can tell the person. */
  readonly refusal?: { readonly code: string; readonly tell: string };
  /** Looks at the tenant's Graph, as the person, not through the server. */
  readonly holds: (fixture: Fixture, said: readonly Answer[]) => Promise<void>;
}

/** The last of the answers, or the one that many before it. */
export function last(said: readonly Answer[], before = 0): Answer {
  const answer = said.at(-1 - before);
  if (!answer) throw new Error('Nothing was answered yet.');
  return answer;
}

/** The id of the first that was found. */
export function idIn(found: readonly { readonly id: string }[]): string {
  if (!found[0]) throw new Error('Nothing was found.');
  return found[0].id;
}
