import type { AttachedItem } from '@app/domain';
import type { Contact, Event, Message } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { BODY, LOCATION, RECIPIENT, TIME } from '../shared/shapes.js';
import { formatOf } from '../shared/body-format.js';
import { CONTACT_SHAPE, contactFacts } from './contact-facts.js';
import { toCorrespondent, toCorrespondents } from './to-correspondent.js';
import { toLocalTimes } from './to-meeting.js';

const SHAPE = {
  ...CONTACT_SHAPE,
  subject: 'text',
  from: RECIPIENT,
  organizer: RECIPIENT,
  toRecipients: [RECIPIENT],
  ccRecipients: [RECIPIENT],
  attendees: [RECIPIENT],
  start: TIME,
  end: TIME,
  location: LOCATION,
  sentDateTime: 'text',
  body: BODY,
  hasAttachments: 'flag',
} as const satisfies Shape;

export const toAttachedItem = documented('an attached item', SHAPE, readItem);

/** What Graph attaches, read as far as it goes: only its annotation would say which of them it is. */
function readItem(item: Message & Event & Contact): AttachedItem {
  const { body, attendees, organizer, from, start, end } = item;
  const facts = contactFacts(item);
  return {
    subject: item.subject || item.displayName || nameOf(item),
    from: toCorrespondent(from ?? organizer),
    to: toCorrespondents(item.toRecipients ?? attendees),
    cc: item.ccRecipients ? toCorrespondents(item.ccRecipients) : undefined,
    sent: item.sentDateTime ?? undefined,
    time: toLocalTimes(start, end),
    location: item.location?.displayName || undefined,
    facts: facts.length > 0 ? facts : undefined,
    body: body?.content ?? item.personalNotes ?? '',
    bodyFormat: formatOf(body),
    hasAttachments: item.hasAttachments ?? false,
  };
}

/** Of a contact that has no name to be shown by. */
function nameOf({ givenName, surname, companyName }: Contact): string {
  return [givenName, surname].filter(Boolean).join(' ') || (companyName ?? '');
}
