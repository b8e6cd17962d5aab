import { InMemoryPeople, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import type { Scope } from '@app/domain';
import { adaptersOn } from '../graph-adapter/adapters.js';
import { callWith } from '../graph-adapter/calls.js';
import { openLocalGraph, PEOPLE } from './local-graph.js';
import type { PeopleHarness } from './people.contract.js';

const SCOPES: readonly Scope[] = ['People.Read', 'User.ReadBasic.All'];

const SEEDS = {
  anna: { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@contract.example' },
  ben: { key: 'tenant/ben', displayName: 'Ben Fischer', address: 'ben@contract.example' },
} satisfies Record<string, MailboxSeed>;

/** The in-memory adapter; a token is the name of the person. */
export async function openInMemoryPeople(): Promise<PeopleHarness> {
  const mailboxes = new Mailboxes(Object.values(SEEDS), ({ token }) => SEEDS[token.reveal() as keyof typeof SEEDS]);
  return {
    people: new InMemoryPeople(mailboxes),
    as: (person, scopes = SCOPES) => callWith(person, scopes),
    addressOf: (person) => SEEDS[person].address,
    close: () => Promise.resolve(),
  };
}

/** The Graph adapter against the local tenant's Graph. */
export async function openGraphPeople(): Promise<PeopleHarness> {
  const { origin, as, close } = await openLocalGraph();
  return {
    people: adaptersOn(origin).people,
    as: (person, scopes = SCOPES) => as(person, scopes),
    addressOf: (person) => PEOPLE[person].mail,
    close,
  };
}
