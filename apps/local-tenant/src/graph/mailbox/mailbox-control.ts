import type { TenantUser } from '../../directory/types.js';
import { completeFields } from '../calendar/event-fields.js';
import { type EmailAddress, NOT_RESPONDED } from '../calendar/model.js';
import { readEvent } from '../calendar/read-event.js';
import { type Departure, openToOutsiders } from '../departures.js';
import { mediaType } from '../files/content/media-type.js';
import type { FileAttachment } from '../attachments/model.js';
import { atZone } from '../time/zoned-time.js';
import type { Mailboxes } from './mailboxes.js';

/** A message that comes from outside. */
export interface ReceivedMail {
  readonly from: EmailAddress;
  readonly subject: string;
  readonly body: string;
  readonly cc?: readonly EmailAddress[];
  readonly replyTo?: readonly EmailAddress[];
  /** Texts by file name. */
  readonly attachments?: Readonly<Record<string, string>>;
}

/** An invitation that comes from outside, for so many hours from now. */
export interface ReceivedInvitation {
  readonly organizer: EmailAddress;
  readonly subject: string;
  readonly body: string;
  readonly location?: string;
  readonly inHours: number;
}

/** What comes to somebody from outside the organisation, and what leaves it. */
export class MailboxControl {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    this.#mailboxes = mailboxes;
  }

  /** Id of the message. */
  receiveMail(
    user: TenantUser,
    { from, subject, body, cc = [], replyTo = [], attachments = {} }: ReceivedMail,
  ): string {
    const { mail } = this.#mailboxes.of(user);
    const at = this.#mailboxes.now();
    const me = { name: user.displayName, address: user.mail };
    const files = Object.entries(attachments).map(([name, text]): FileAttachment => {
      const base = { id: mail.ids.nextItemId(), name, isInline: false, modifiedAt: at.toISOString() };
      return { ...base, kind: 'file', contentType: mediaType(name, undefined), content: Buffer.from(text) };
    });
    const fields = {
      subject,
      from,
      replyTo,
      toRecipients: [me],
      ccRecipients: cc,
      isRead: false,
      body: textBody(body),
    };
    return mail.add({ folder: mail.wellKnown('inbox'), fields, at, isDraft: false, attachments: files }).id;
  }

  /** Id of the event. */
  receiveInvitation(user: TenantUser, { organizer, subject, body, location, inHours }: ReceivedInvitation): string {
    const mailbox = this.#mailboxes.of(user);
    const now = this.#mailboxes.now();
    const at = (hours: number) => {
      const { local, zone } = atZone(now.getTime() + hours * 3_600_000, user.timeZone);
      return { dateTime: local.toString({ smallestUnit: 'second' }), timeZone: zone };
    };
    const attendees = [{ type: 'required', emailAddress: { name: user.displayName, address: user.mail } }];
    const place = location === undefined ? {} : { location: { displayName: location } };
    const event = { subject, body: textBody(body), start: at(inHours), end: at(inHours + 1), attendees, ...place };
    const [id, time] = [mailbox.ids.nextItemId(), now.toISOString()];
    mailbox.items.set(id, {
      ...{ id, calendarId: mailbox.defaultCalendar.id, iCalUId: mailbox.ids.nextUid(), version: 1, organizer },
      ...{ createdAt: time, modifiedAt: time, isOrganizer: false, response: NOT_RESPONDED, isCancelled: false },
      ...{ fields: completeFields(readEvent(event).fields), transactionId: null, overrides: new Map() },
    });
    return id;
  }

  /** What left an organisation since the reset, and what of its files is open to people outside by now. */
  departures(tenantId: string): readonly Departure[] {
    const open = this.#mailboxes.openedOf(tenantId).flatMap(openToOutsiders);
    return [...this.#mailboxes.departures.all, ...open];
  }
}

function textBody(content: string) {
  return { contentType: 'text' as const, content };
}
