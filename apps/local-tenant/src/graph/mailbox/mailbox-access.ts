import type { CalendarRecord } from '../calendar/model.js';
import { reachesShared } from '../access.js';
import { GraphError, accessDenied, itemNotFound } from '../errors.js';
import type { GraphRequest } from '../http/route.js';
import type { Mailbox } from './mailbox.js';
import type { Mailboxes } from './mailboxes.js';

/** The mailbox that a request means, and whether it is the caller's own. */
export interface OpenMailbox {
  readonly mailbox: Mailbox;
  readonly isOwn: boolean;
  readonly seesPrivate: boolean;
}

/**
 * The caller's mailbox for `/me` and for themselves under `/users`; somebody else's needs a `.Shared` scope and a
 * share by its owner, and is then for reading.
 * @throws GraphError when it is not for the caller
 */
export function openMailbox(
  mailboxes: Mailboxes,
  { caller, params }: GraphRequest,
  level: 'Read' | 'ReadWrite' = 'Read',
): OpenMailbox {
  const asked = params['user'];
  const own = () => ({ mailbox: mailboxes.of(caller.user), isOwn: true, seesPrivate: true });
  if (asked === undefined) return own();
  const owner = mailboxes.findUser(caller.user.tenantId, asked);
  if (owner?.id === caller.user.id) return own();
  if (!reachesShared(caller.scopes, level)) throw accessDenied();
  if (!owner) throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${asked}' is invalid.`);
  const mailbox = mailboxes.of(owner);
  const share = mailboxes.shareOf(owner, caller.user);
  if (level !== 'Read' || share === undefined) throw accessDenied();
  return { mailbox, isOwn: false, seesPrivate: share === 'readPrivate' };
}

/**
 * The calendar that a path names, the default one when it names none; of somebody else's mailbox only that one is shared.
 * @throws GraphError when there is none for the caller
 */
export function calendarOf(
  { mailbox, isOwn }: Pick<OpenMailbox, 'mailbox' | 'isOwn'>,
  { params }: GraphRequest,
): CalendarRecord {
  const calendar = mailbox.calendar(params['calendar']);
  if (!isOwn && !calendar.isDefault) throw itemNotFound();
  return calendar;
}
