import { InMemoryCalendar, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import { callWith } from '../graph-adapter/calls.js';
import type { CalendarHarness } from './calendar.harness.js';

const SEEDS = {
  anna: {
    key: 'tenant/anna',
    displayName: 'Anna Ebert',
    address: 'anna@contract.example',
    calendars: ['Projects'],
    sharedWith: ['ben@contract.example'],
  },
  ben: { key: 'tenant/ben', displayName: 'Ben Fischer', address: 'ben@contract.example', calendars: ['Team'] },
} satisfies Record<string, MailboxSeed>;

/** The in-memory adapter; a token is the name of the person. */
export async function openInMemoryCalendar(): Promise<CalendarHarness> {
  const mailboxes = new Mailboxes(Object.values(SEEDS), ({ token }) => SEEDS[token.reveal() as keyof typeof SEEDS]);
  return {
    calendar: new InMemoryCalendar(mailboxes),
    as: (person, scopes = ['Calendars.ReadWrite']) => callWith(person, scopes),
    addressOf: (person) => SEEDS[person].address,
    close: () => Promise.resolve(),
  };
}
