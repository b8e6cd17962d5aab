import { InMemoryFiles, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import { callWith } from '../graph-adapter/calls.js';
import { ALL_FILES, type FilesHarness } from './files.harness.js';

const SEEDS = {
  anna: { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@contract.example' },
  ben: { key: 'tenant/ben', displayName: 'Ben Fischer', address: 'ben@contract.example' },
} satisfies Record<string, MailboxSeed>;

/** The in-memory adapter; a token is the name of the person. */
export async function openInMemoryFiles(): Promise<FilesHarness> {
  const mailboxes = new Mailboxes(Object.values(SEEDS), ({ token }) => SEEDS[token.reveal() as keyof typeof SEEDS]);
  return {
    files: new InMemoryFiles(mailboxes),
    as: (person, scopes = ALL_FILES) => callWith(person, scopes),
    addressOf: (person) => SEEDS[person].address,
    close: () => Promise.resolve(),
  };
}
