import { findEvent, findMail, organize, send, withEvent, withMail } from '../calls.js';
import type { UseCase } from '../use-case.js';
import { BEN, PARTNER } from '../fixture.js';

const nothingSent: UseCase['holds'] = async ({ messages }) => expect(await messages('sentitems')).toHaveLength(1);

/** Use cases that must not succeed, with what the agent can tell the person. */
export const refused: readonly UseCase[] = [
  {
    words: 'Send my idea to Ben (the agent may write mail, but not send it)',
    scope: 'User.Read MailboxSettings.Read Mail.ReadWrite',
    calls: [findMail({ folder: 'drafts' }), withMail('mail_send_draft', {})],
    refusal: { code: 'insufficient_scope', tell: 'Mail.Send' },
    holds: nothingSent,
  },
  {
    words: 'Mail Robin the plan (only people of the organisation may be written to)',
    server: 'strict',
    calls: [['mail_create_draft', () => ({ to: [PARTNER], subject: 'Plan', body: 'Here it is.' })], send()],
    refusal: { code: 'policy_denied', tell: PARTNER },
    holds: nothingSent,
  },
  {
    words: 'Invite Robin tomorrow (only people of the organisation may be invited)',
    server: 'strict',
    calls: [
      [
        'calendar_create_event',
        (_said, { day }) => ({
          subject: 'Not to be',
          start: `${day(1)}T08:00`,
          end: `${day(1)}T09:00`,
          attendees: [PARTNER],
        }),
      ],
    ],
    refusal: { code: 'policy_denied', tell: PARTNER },
    holds: async ({ events }) => expect(await events('Not to be')).toEqual([]),
  },
  {
    words: 'Throw the newsletter away (the server only reads)',
    server: 'readOnly',
    calls: [findMail({ from: 'weekly-lens' }), organize({ moveTo: 'deleteditems' })],
    refusal: { code: 'policy_denied', tell: 'mail_organize' },
    holds: async ({ messages }) => expect(await messages('inbox', 'Weekly Lens')).toHaveLength(1),
  },
  {
    words: "Cancel Ben's tasting",
    calls: [findEvent('Cider label'), withEvent('calendar_cancel_event', {})],
    refusal: { code: 'not_allowed', tell: 'calendar_respond' },
    holds: async ({ events }) => expect(await events('Cider label tasting')).toHaveLength(1),
  },
  {
    words: "Move Ben's tasting to the evening",
    calls: [findEvent('Cider label'), withEvent('calendar_update_event', { subject: 'Tasting in the evening' })],
    refusal: { code: 'not_allowed', tell: 'organizer' },
    holds: async ({ events }) => expect(await events('Cider label tasting')).toHaveLength(1),
  },
  {
    words: 'Cancel the glacier review (one, or all of them?)',
    calls: [findEvent('Glacier'), withEvent('calendar_cancel_event', {})],
    refusal: { code: 'invalid_arguments', tell: 'scope' },
    holds: async ({ events }) => expect((await events('Glacier model review')).length).toBeGreaterThan(0),
  },
  {
    words: "Read Ben's mail",
    calls: [['mail_search', () => ({ mailbox: BEN })]],
    refusal: { code: 'invalid_arguments', tell: 'mailbox' },
    holds: nothingSent,
  },
  {
    words: "What is in somebody else's calendar?",
    calls: [
      ['calendar_list_events', (_said, { day }) => ({ calendarId: 'AAMkSomebodyElse', from: day(0), to: day(1) })],
    ],
    refusal: { code: 'not_found', tell: '' },
    holds: nothingSent,
  },
  {
    words: 'Send an empty note to nobody',
    calls: [['mail_create_draft', () => ({ subject: 'Empty' })], send()],
    refusal: { code: 'invalid_arguments', tell: 'recipient' },
    holds: nothingSent,
  },
];
