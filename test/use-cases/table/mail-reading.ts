import { findMail, openAttachment, withMail } from '../calls.js';
import { idIn, last, type UseCase } from '../use-case.js';

/** Questions about mail. */
export const mailReading: readonly UseCase[] = [
  {
    words: 'Which mails have I not read yet?',
    calls: [['mail_search', () => ({ folder: 'inbox', unread: true })]],
    holds: async ({ messages }, said) => {
      const unread = (await messages('inbox')).filter(({ isRead }) => !isRead);
      expect(last(said).messages.map(({ subject }) => subject)).toEqual(unread.map(({ subject }) => subject));
    },
  },
  {
    words: 'What did Robin write last?',
    calls: [findMail({ from: 'Robin' }), withMail('mail_get_message', {})],
    holds: async ({ messages }, said) => {
      expect(last(said).untrustedBody).toContain('Thursday suits us best');
      expect((await messages('inbox', 'RE: Call'))[0]?.isRead).toBe(false);
    },
  },
  {
    words: 'Show me the whole thread with Robin',
    calls: [findMail({ from: 'Robin' }), withMail('mail_get_message', { includeQuoted: true })],
    holds: async (_world, said) => expect(last(said).untrustedBody).toMatch(/Thursday[\s\S]*Gladly/),
  },
  {
    words: 'Which files came with the notes?',
    calls: [findMail({ subject: 'notes', hasAttachments: true }), withMail('mail_get_message', {})],
    holds: async (_world, said) => expect(last(said).attachments.map(({ name }) => name)).toEqual(['notes.txt']),
  },
  {
    words: 'What is in the attachment of the notes?',
    calls: [
      findMail({ subject: 'notes', hasAttachments: true }),
      withMail('mail_get_attachment', {}),
      openAttachment('notes.txt'),
    ],
    holds: async (_world, said) => expect(last(said).untrustedText).toContain('1. Welcome\n2. Next steps'),
  },
  {
    words: 'What does the attached contract say about notice periods?',
    calls: [
      findMail({ subject: 'contract', hasAttachments: true }),
      withMail('mail_get_message', {}),
      openAttachment('Contract.docx'),
    ],
    holds: async (_world, said) => expect(last(said).untrustedText).toMatch(/notice period of three months/),
  },
  {
    words: 'What would a week cost by the price list that Robin attached to the contract?',
    calls: [
      findMail({ subject: 'contract', from: 'Robin' }),
      withMail('mail_get_message', {}),
      openAttachment('Prices.pdf'),
    ],
    holds: async (_world, said) => expect(last(said).untrustedText).toContain('a week 1,100 EUR'),
  },
  {
    words: 'Who wrote the mail that is attached to the contract, and what did they ask?',
    calls: [
      findMail({ subject: 'contract', hasAttachments: true }),
      withMail('mail_get_message', {}),
      openAttachment('Call with the Svalbard station'),
    ],
    holds: async (_world, said) =>
      expect(last(said).untrustedText).toMatch(/From: Robin Partner[\s\S]*could we hold the/),
  },
  {
    words: 'What does the floor plan in the contract mail show?',
    calls: [
      findMail({ subject: 'contract', hasAttachments: true }),
      withMail('mail_get_message', {}),
      openAttachment('Floor plan.png'),
    ],
    holds: async (_world, said) => {
      expect(last(said).untrustedText).toBeUndefined();
      expect(last(said).notes?.join()).toMatch(/picture.* no text/);
    },
  },
  {
    words: 'Is the budget of the expedition approved? It is in my projects folder',
    calls: [
      ['mail_list_folders', () => ({})],
      [
        'mail_list_folders',
        (said) => ({ parentFolder: idIn(last(said).folders.filter(({ name }) => name === 'Inbox')) }),
      ],
      ['mail_search', (said) => ({ folder: idIn(last(said).folders), text: 'budget' })],
      withMail('mail_get_message', {}),
    ],
    holds: async (_world, said) => expect(last(said).untrustedBody).toContain('is approved'),
  },
];
