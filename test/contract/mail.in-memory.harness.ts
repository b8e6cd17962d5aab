import { InMemoryMail, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import { callWith } from '../graph-adapter/calls.js';
import { ALL_MAIL, type MailHarness } from './mail.harness.js';

const SEEDS = {
  anna: { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@contract.example' },
  ben: { key: 'tenant/ben', displayName: 'Ben Fischer', address: 'ben@contract.example' },
} satisfies Record<string, MailboxSeed>;

/** The in-memory adapter; a token is the name of the person. */
export async function openInMemoryMail(): Promise<MailHarness> {
  const mailboxes = new Mailboxes(Object.values(SEEDS), ({ token }) => SEEDS[token.reveal() as keyof typeof SEEDS]);
  return {
    mail: new InMemoryMail(mailboxes),
    as: (person, scopes = ALL_MAIL) => callWith(person, scopes),
    addressOf: (person) => SEEDS[person].address,
    close: () => Promise.resolve(),
  };
}
