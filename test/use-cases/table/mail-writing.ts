import { findMail, organize, send, withMail } from '../calls.js';
import { idIn, last, type UseCase } from '../use-case.js';
import { BEN, PARTNER } from '../fixture.js';

/** Use cases to write, send and tidy mail. */
export const mailWriting: readonly UseCase[] = [
  {
    words: "Reply to Robin's last mail with thanks, don't send yet",
    calls: [findMail({ from: 'Robin' }), withMail('mail_create_draft', { mode: 'reply', body: 'Thanks!' })],
    holds: async ({ messages }) => {
      const [draft] = await messages('drafts', 'RE: Call');
      expect(draft?.body.content).toContain('Thanks!');
      expect(await messages('sentitems')).toHaveLength(1);
    },
  },
  {
    words: 'Reply to Robin that Thursday is fine, and send it',
    calls: [
      findMail({ from: 'Robin' }),
      withMail('mail_create_draft', { mode: 'reply', body: 'Thursday is fine.' }),
      send(),
    ],
    holds: async ({ messages }) => {
      const sent = await messages('sentitems');
      expect([sent.length, sent[0]?.body.content.includes('Thursday is fine.')]).toEqual([2, true]);
      expect(sent[0]?.toRecipients[0]?.emailAddress.address).toBe(PARTNER);
    },
  },
  {
    words: 'Forward the notes to Ben',
    calls: [
      findMail({ subject: 'notes' }),
      withMail('mail_create_draft', { mode: 'forward', to: [BEN], body: 'For you' }),
      send(),
    ],
    holds: async ({ messages }) => expect(await messages('inbox', 'FW: Notes: Permafrost', 'ben')).toHaveLength(1),
  },
  {
    words: 'Ask Ben for lunch tomorrow by mail; show me first whom it goes to',
    calls: [
      ['mail_create_draft', () => ({ to: [BEN], subject: 'Lunch?', body: 'Tomorrow at noon?' })],
      send({ dryRun: true }),
    ],
    holds: async ({ messages }, said) => {
      expect(last(said).done).toBe(false);
      expect(await messages('inbox', 'Lunch?', 'ben')).toEqual([]);
    },
  },
  {
    words: 'Write to Ben about the kayak; no, about the canoe; then send it',
    calls: [
      ['mail_create_draft', () => ({ to: [BEN], subject: 'Kayak', body: 'Shall we?' })],
      ['mail_update_draft', (said) => ({ messageId: last(said).messageId, subject: 'Canoe' })],
      send(),
    ],
    holds: async ({ messages }) =>
      expect((await messages('inbox', '', 'ben')).map(({ subject }) => subject)).toContain('Canoe'),
  },
  {
    words: 'Send the idea that lies in my drafts',
    calls: [findMail({ folder: 'drafts', subject: 'idea' }), withMail('mail_send_draft', {})],
    holds: async ({ messages }) => expect(await messages('inbox', 'Idea: Write', 'ben')).toHaveLength(1),
  },
  {
    words: 'Put the newsletter into the archive',
    calls: [findMail({ from: 'weekly-lens' }), organize({ moveTo: 'archive' })],
    holds: async ({ messages }) => expect(await messages('archive', 'Weekly Lens')).toHaveLength(1),
  },
  {
    words: 'Throw the newsletter away',
    calls: [findMail({ from: 'weekly-lens' }), organize({ moveTo: 'deleteditems' })],
    holds: async ({ messages }) => expect(await messages('deleteditems', 'Weekly Lens')).toHaveLength(1),
  },
  {
    words: 'Mark everything in my inbox as read',
    calls: [['mail_search', () => ({ folder: 'inbox', unread: true })], organize({ read: true })],
    holds: async ({ messages }) => expect((await messages('inbox')).every(({ isRead }) => isRead)).toBe(true),
  },
  {
    words: "Flag Robin's mail, so that I do not forget it",
    calls: [findMail({ from: 'Robin' }), organize({ flag: 'flagged' })],
    holds: async ({ messages }) => expect((await messages('inbox', 'RE: Call'))[0]?.flag.flagStatus).toBe('flagged'),
  },
  {
    words: 'File the notes under projects',
    calls: [
      ['mail_list_folders', () => ({})],
      [
        'mail_list_folders',
        (said) => ({ parentFolder: idIn(last(said).folders.filter(({ name }) => name === 'Inbox')) }),
      ],
      findMail({ subject: 'notes' }),
      ['mail_organize', (said) => ({ messageIds: [idIn(last(said).messages)], moveTo: idIn(last(said, 1).folders) })],
    ],
    holds: async ({ messages }) => expect(await messages('inbox', 'Notes: ')).toEqual([]),
  },
];
