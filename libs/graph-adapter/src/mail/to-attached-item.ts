import type { AttachedItem } from '@app/domain';
import type { Contact, Event, Message } from '@microsoft/microsoft-graph-types';
import { formatOf } from '../body-format.js';
import { toPeople, toPerson } from './to-message.js';

/** What Graph attaches, read as far as it goes: only its annotation would say which of them it is. */
export function toAttachedItem(item: Message & Event & Contact): AttachedItem {
  const { body, attendees, organizer, from, start, end } = item;
  return {
    subject: item.subject ?? item.displayName ?? '',
    from: toPerson(from ?? organizer),
    to: toPeople(item.toRecipients ?? attendees),
    sent: item.sentDateTime ?? undefined,
    time: start?.dateTime && end?.dateTime ? timeOf(start.dateTime, end.dateTime, start.timeZone) : undefined,
    body: body?.content ?? item.personalNotes ?? '',
    bodyFormat: formatOf(body),
    hasAttachments: item.hasAttachments ?? false,
  };
}

/** Graph's seven digits of a second are dropped. */
function timeOf(start: string, end: string, timeZone: string | null | undefined): AttachedItem['time'] {
  return { start: start.slice(0, 19), end: end.slice(0, 19), timeZone: timeZone ?? 'UTC' };
}
