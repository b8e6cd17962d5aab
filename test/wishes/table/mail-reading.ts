import { findMail, withMail } from '../calls.js';
import { idIn, last, type Wish } from '../wish.js';

/** Questions about mail. */
export const mailReading: readonly Wish[] = [
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
      [
        'mail_get_attachment',
        (said) => ({ messageId: idIn(last(said, 1).messages), attachmentId: idIn(last(said).attachments) }),
      ],
    ],
    holds: async (_world, said) => expect(last(said).untrustedText).toContain('1. Welcome\n2. Next steps'),
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
