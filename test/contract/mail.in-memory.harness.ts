import { InMemoryMail, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import { callWith } from '../graph-adapter/calls.js';
import { ALL_MAIL, type MailHarness } from './mail.harness.js';

const SEEDS = {
  anna: { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@contract.example' },
  ben: { key: 'tenant/ben', displayName: 'Ben Fischer', address: 'ben@contract.example' },
} satisfies Record<string, MailboxSeed>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const CONTRACT: Parameters<InMemoryMail['deliver']>[1] = {
  subject: 'Contract: Room Nansen',
  folderId: 'inbox',
  received: '2026-01-05T07:00:00Z',
  sent: '2026-01-05T07:00:00Z',
  hasAttachments: true,
  attachments: [
    { id: 'A1', kind: 'file', name: 'Contract.docx', contentType: DOCX, size: 4 },
    { id: 'A2', kind: 'item', name: 'Call with the Svalbard station', contentType: '', size: 60 },
    { id: 'A3', kind: 'link', name: 'Checklist for Longyearbyen expedition.docx', contentType: DOCX, size: 1060 },
  ],
  contents: {
    A1: Buffer.from('PK..'),
    A2: {
      subject: 'Call with the Svalbard station',
      from: { name: 'Robin Partner', address: 'partner@elsewhere.example' },
      to: [{ name: 'Anna Ebert', address: 'anna@contract.example' }],
      sent: '2026-01-03T06:00:00Z',
      body: 'Hello, could we hold the Call with the Svalbard station at Room Nansen?',
      bodyFormat: 'text',
      hasAttachments: false,
    },
  },
};

/** The in-memory adapter; a token is the name of the person. */
export async function openInMemoryMail(): Promise<MailHarness> {
  const mailboxes = new Mailboxes(Object.values(SEEDS), ({ token }) => SEEDS[token.reveal() as keyof typeof SEEDS]);
  const mail = new InMemoryMail(mailboxes);
  return {
    mail,
    as: (person, scopes = ALL_MAIL) => callWith(person, scopes),
    addressOf: (person) => SEEDS[person].address,
    withAttachments: () => Promise.resolve(mail.deliver(callWith('anna', ALL_MAIL), CONTRACT)),
    close: () => Promise.resolve(),
  };
}
