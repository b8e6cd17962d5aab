import type { Temporal } from 'temporal-polyfill';
import { createEvent } from '../calendar/create-event.js';
import { findEvent } from '../calendar/find-event.js';
import type { CalendarItem, EmailAddress } from '../calendar/model.js';
import { readEvent } from '../calendar/read-event.js';
import { removeEvent } from '../calendar/remove-event.js';
import { updateEvent } from '../calendar/update-event.js';
import { seedDrive } from '../files/seed/seed-drive.js';
import { seedMail } from '../mail/seed-mail.js';
import { occurrenceId } from '../mailbox/ids.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes, Share } from '../mailbox/mailboxes.js';
import { atZone } from '../time/zoned-time.js';
import { type Persona, plainPersona } from './persona.js';
import { PERSONAS } from './personas.js';
import { seedEvents, weeklySeries } from './seed-events.js';

/** Who reads whose calendar from the start, by key. */
const SHARES: readonly (readonly [owner: string, reader: string, share: Share])[] = [
  ['anna', 'ben', 'read'],
  ['noor', 'anna', 'readPrivate'],
];

/** Gives a new mailbox its second calendar, its events around today and its shares. */
export function seedMailbox(mailbox: Mailbox, mailboxes: Mailboxes): void {
  const { user } = mailbox;
  const persona = PERSONAS[user.key] ?? plainPersona(user);
  const today = atZone(mailboxes.now().getTime(), user.timeZone).local.toPlainDate();
  const context = { persona, today, zone: user.timeZone, invited: addressesOf(mailboxes, mailbox, persona) };
  const calendars = { default: mailbox.defaultCalendar, second: mailbox.addCalendar(persona.secondCalendar) };
  const series = createEvent(mailboxes, mailbox, calendars.default, readEvent(weeklySeries(context).event));
  breakSeries(mailboxes, mailbox, series, today);
  for (const { calendar, event } of seedEvents(context)) {
    createEvent(mailboxes, mailbox, calendars[calendar], readEvent(event));
  }
  shareCalendar(mailboxes, mailbox);
  seedDrive(mailbox, mailboxes);
  seedMail(mailbox, { persona, now: mailboxes.now(), colleague: colleagueOf(mailboxes, mailbox, persona) });
}

/** Next Monday's occurrence is moved two hours later, the one after it does not take place. */
function breakSeries(mailboxes: Mailboxes, mailbox: Mailbox, { id }: CalendarItem, today: Temporal.PlainDate): void {
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const moved = findEvent(mailbox, occurrenceId(id, monday.toString()));
  const later = (time: string) => ({ dateTime: `${monday.toString()}T${time}:00`, timeZone: mailbox.user.timeZone });
  updateEvent(mailboxes, mailbox, moved, readEvent({ start: later('11:30'), end: later('12:15') }));
  removeEvent(mailboxes, mailbox, findEvent(mailbox, occurrenceId(id, monday.add({ days: 7 }).toString())));
}

function addressesOf(mailboxes: Mailboxes, { user }: Mailbox, { invites }: Persona): string[] {
  return invites
    .map((key) => mailboxes.byKey(user.tenantId, key)?.user.mail)
    .filter((address) => address !== undefined);
}

/** Who writes to the person: the first they invite themselves, or somebody named after their organisation. */
function colleagueOf(mailboxes: Mailboxes, { user }: Mailbox, { invites: [first = ''] }: Persona): EmailAddress {
  const found = mailboxes.byKey(user.tenantId, first)?.user;
  if (found) return { name: found.displayName, address: found.mail };
  return { name: 'Front Desk', address: `desk@${user.mail.split('@')[1] ?? 'local.invalid'}` };
}

function shareCalendar(mailboxes: Mailboxes, { user }: Mailbox): void {
  for (const [, reader, share] of SHARES.filter(([owner]) => owner === user.key)) {
    const found = mailboxes.byKey(user.tenantId, reader);
    if (found) mailboxes.share(user, found.user, share);
  }
}
