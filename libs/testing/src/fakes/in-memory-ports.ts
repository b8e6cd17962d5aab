import { type CallLimits, type Ports, type Scope, UserContext, UserToken } from '@app/domain';
import {
  InMemoryCalendar,
  InMemoryFiles,
  InMemoryMail,
  InMemoryPeople,
  InMemoryPlaces,
  InMemoryProfile,
  InMemorySchedule,
  Mailboxes,
  type MailboxSeed,
} from '@app/graph-adapter';
import { someLimits } from '../callers.js';
import { PlainTextExtractor } from './plain-text-extractor.js';

/** The names of the ports that the built-in tools use. */
export type BuiltInPort = 'calendar' | 'files' | 'mail' | 'people' | 'places' | 'profile' | 'schedule' | 'documents';

/** The built-in ports in memory, and contexts of the people who use them. */
export interface InMemoryPorts<Name extends string> {
  /** All over the same mailboxes: what one of them writes, the others find. */
  readonly ports: Pick<Ports, BuiltInPort> & { readonly mail: InMemoryMail };
  /** What an adapter is given when this person calls with these scopes. */
  as(person: Name, scopes: readonly Scope[], limits?: Partial<CallLimits>): UserContext;
}

/**
 * Every built-in port in memory, for the people and rooms of the seeds. Colleagues are those whose `key` begins with the
 * same tenant, for example `tenant/anna` and `tenant/ben`. A call of `runTool` is one of the first person.
 * @throws Error where there is no seed
 */
export function inMemoryPorts<Name extends string>(seeds: Readonly<Record<Name, MailboxSeed>>): InMemoryPorts<Name> {
  const byName = new Map<string, MailboxSeed>(Object.entries(seeds));
  const [first] = byName.values();
  if (!first) throw new Error('inMemoryPorts needs a seed.');
  const mailboxes = new Mailboxes([...byName.values()], ({ token }) => byName.get(token.reveal()) ?? first);
  return {
    ports: {
      calendar: new InMemoryCalendar(mailboxes),
      files: new InMemoryFiles(mailboxes),
      mail: new InMemoryMail(mailboxes),
      people: new InMemoryPeople(mailboxes),
      places: new InMemoryPlaces(mailboxes),
      profile: new InMemoryProfile(mailboxes),
      schedule: new InMemorySchedule(mailboxes),
      documents: new PlainTextExtractor(),
    },
    as: (person, scopes, limits) => {
      const [tenantId = '', objectId = ''] = person.split('/');
      return new UserContext({ tenantId, objectId }, new UserToken(person), scopes, someLimits(limits));
    },
  };
}
