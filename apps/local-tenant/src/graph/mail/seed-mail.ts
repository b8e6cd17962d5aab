import type { EmailAddress } from '../calendar/model.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Persona } from '../seed/persona.js';
import type { MailStore } from './mail-store.js';
import type { MailFolder, MailMessage, MessageFields } from './model.js';
import { newsletterHtml } from './newsletter.js';
import { quoting } from './quoted-history.js';
import { contractFiles, notesFile } from './seed-attachments.js';

const PARTNER: EmailAddress = { name: 'Robin Partner', address: 'partner@elsewhere.example' };
const NEWS: EmailAddress = { name: 'The Weekly Lens', address: 'news@weekly-lens.example' };
const HOUR_MS = 3_600_000;

/** What the mail is made from: whose it is, in their words, and somebody of their organisation who writes to them. */
export interface MailSeed {
  readonly persona: Persona;
  readonly now: Date;
  readonly colleague: EmailAddress;
}

/** Gives a new mailbox a thread with somebody outside, a contract, a newsletter, a file from a colleague, a filed mail and a draft. */
export function seedMail({ mail, user }: Mailbox, { persona, now, colleague }: MailSeed): void {
  const me = { name: user.displayName, address: user.mail };
  const put = putter(mail, me, now);
  const asked = seedThread(mail, put, persona, me);
  put(
    'inbox',
    20,
    {
      subject: `Contract: ${persona.place}`,
      from: PARTNER,
      isRead: true,
      body: text(`Hello,\nattached is the contract for ${persona.place}.\nRobin`),
    },
    { attachments: contractFiles(mail.ids, persona, asked, now) },
  );
  put('inbox', 30, { subject: `The Weekly Lens: ${persona.place}`, from: NEWS, body: newsletterHtml(persona.place) });
  put(
    'inbox',
    5,
    { subject: `Notes: ${persona.monthly}`, from: colleague, body: text(`Hi,\nthe notes of ${persona.monthly}.`) },
    { attachments: [notesFile(mail.ids, persona, now)] },
  );
  const projects = mail.addFolder('Projects', mail.wellKnown('inbox').id);
  put(projects, 400, {
    subject: `Budget for ${persona.trip}`,
    from: colleague,
    isRead: true,
    flagStatus: 'flagged',
    categories: ['Blue category'],
    body: text(`The budget for ${persona.trip} is approved.`),
  });
  put('drafts', 2, {
    subject: `Idea: ${persona.focus}`,
    from: me,
    toRecipients: [colleague],
    isRead: true,
    body: text(`Shall we talk about ${persona.focus}?`),
  });
}

type Put = ReturnType<typeof putter>;

function putter(mail: MailStore, me: EmailAddress, now: Date) {
  return (
    where: MailFolder | 'inbox' | 'drafts' | 'sentitems',
    hoursAgo: number,
    fields: Partial<MessageFields>,
    more: Partial<Pick<MailMessage, 'attachments' | 'conversationId'>> = {},
  ): MailMessage =>
    mail.add({
      folder: typeof where === 'string' ? mail.wellKnown(where) : where,
      fields: { toRecipients: [me], isRead: false, ...fields },
      at: new Date(now.getTime() - hoursAgo * HOUR_MS),
      isDraft: where === 'drafts',
      ...more,
    });
}

function seedThread(mail: MailStore, put: Put, { call, place }: Persona, me: EmailAddress): MailMessage {
  const first = put('inbox', 50, {
    subject: call,
    from: PARTNER,
    isRead: true,
    body: { contentType: 'html', content: `<p>Hello,</p><p>could we hold the <b>${call}</b> at ${place}?</p>` },
  });
  const { conversationId } = first;
  const answer = put(
    'sentitems',
    49,
    {
      subject: `RE: ${call}`,
      from: me,
      toRecipients: [PARTNER],
      isRead: true,
      body: quoting(first, 'Gladly. Which day?'),
    },
    { conversationId },
  );
  put(
    'inbox',
    3,
    { subject: `RE: ${call}`, from: PARTNER, body: quoting(answer, `Thursday suits us best for ${place}.\nRobin`) },
    { conversationId },
  );
  return first;
}

function text(content: string): MessageFields['body'] {
  return { contentType: 'text', content };
}
