import { GraphError, badRequest } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { escapeHtml } from './body-text.js';
import { save } from './change-item.js';
import { deliverLater } from './invitations.js';
import { NO_RESPONSE, type Attendee, type CalendarItem, type EventInstance } from './model.js';
import { readAttendees } from './read-attendees.js';
import { lowerCased, readText } from './read-values.js';

/** To whom a request forwards a meeting. */
export function readForward(body: unknown): readonly Attendee[] {
  const { torecipients = [], comment = null } = lowerCased(body ?? {});
  readText(comment);
  const people = readAttendees(torecipients);
  if (people.length === 0) throw badRequest('ErrorInvalidRecipients', 'At least one recipient is not valid.');
  return people.map(({ emailAddress }) => ({ type: 'required', emailAddress, status: NO_RESPONSE }));
}

/**
 * Forwards a meeting: who gets it is an attendee of it then, and its organizer is told where it was not theirs
 * (event: forward).
 */
export function forwardEvent(
  mailboxes: Mailboxes,
  sender: Mailbox,
  { item, occurrence }: EventInstance,
  people: readonly Attendee[],
): void {
  if (occurrence !== undefined) throw new GraphError(501, 'NotImplemented', 'Only whole events are forwarded here.');
  const { tenantId } = sender.user;
  const organizer = item.isOrganizer ? sender : mailboxes.byAddress(tenantId, item.organizer.address);
  const original = item.isOrganizer ? item : organizer?.itemByUid(item.iCalUId);
  const sent = withAttendees(original ?? item, people);
  if (organizer && original) save(organizer, sent, mailboxes.now());
  const addresses = people.map(({ emailAddress }) => emailAddress.address);
  mailboxes.tell('meeting', sender.user, addresses, `FW: ${item.fields.subject}`);
  for (const mailbox of new Set(addresses.map((address) => mailboxes.byAddress(tenantId, address)))) {
    if (mailbox && mailbox !== organizer) deliverLater(mailboxes, mailbox, sent);
  }
  if (organizer && organizer !== sender) notify(organizer, sender, item, addresses, mailboxes.now());
}

function withAttendees(item: CalendarItem, people: readonly Attendee[]): CalendarItem {
  const known = new Set(item.fields.attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase()));
  const later = people.filter(({ emailAddress }) => !known.has(emailAddress.address.toLowerCase()));
  return { ...item, fields: { ...item.fields, attendees: [...item.fields.attendees, ...later] } };
}

function notify(
  { mail, user }: Mailbox,
  { user: sender }: Mailbox,
  { fields }: CalendarItem,
  addresses: readonly string[],
  at: Date,
): void {
  const content = `<p>${escapeHtml(sender.displayName)} forwarded your meeting to ${escapeHtml(addresses.join(', '))}.</p>`;
  mail.add({
    folder: mail.wellKnown('inbox'),
    fields: {
      subject: `Meeting Forward Notification: ${fields.subject}`,
      body: { contentType: 'html', content },
      from: { name: sender.displayName, address: sender.mail },
      toRecipients: [{ name: user.displayName, address: user.mail }],
      isRead: false,
    },
    at,
    isDraft: false,
  });
}
