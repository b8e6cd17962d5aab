import { InMemoryProfile, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import { callWith } from '../graph-adapter/calls.js';
import type { ProfileHarness } from './profile.contract.js';

const SEEDS = {
  anna: {
    key: 'tenant/0a',
    displayName: 'Anna Ebert',
    address: 'anna@contract.example',
    settings: {
      timeZone: 'Europe/Berlin',
      workingHours: { daysOfWeek: ['monday', 'friday'], start: '08:00', end: '17:00', timeZone: 'Europe/Berlin' },
    },
  },
  ben: {
    key: 'tenant/0b',
    displayName: 'Ben Fischer',
    address: 'ben@contract.example',
    settings: { timeZone: 'America/New_York' },
  },
} satisfies Record<string, MailboxSeed>;

/** The in-memory adapter; a token is the name of the person. */
export async function openInMemoryProfile(): Promise<ProfileHarness> {
  const mailboxes = new Mailboxes(Object.values(SEEDS), ({ token }) => SEEDS[token.reveal() as keyof typeof SEEDS]);
  return {
    profile: new InMemoryProfile(mailboxes),
    as: (person, scopes) => callWith(person, scopes),
    idOf: (person) => SEEDS[person].key.slice('tenant/'.length),
    addressOf: (person) => SEEDS[person].address,
    nameOf: (person) => SEEDS[person].displayName,
    close: () => Promise.resolve(),
  };
}
