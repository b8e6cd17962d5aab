import { GraphError, badRequest, itemNotFound } from '../errors.js';
import { parseItemId } from '../mailbox/ids.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import { occurrenceOn, wholeItem } from './instances.js';
import type { EventInstance } from './model.js';
import { etagOf } from './event-view.js';

/** The event of an id: a single one, a series, or one occurrence; `calendarId` narrows where it may be. */
export function findEvent(mailbox: Mailbox, id: string, calendarId?: string): EventInstance {
  const ref = parseItemId(id);
  if (!ref) throw badRequest('ErrorInvalidIdMalformed', 'Id is malformed.');
  const item = mailbox.items.get(ref.itemId);
  if (!item || (calendarId !== undefined && item.calendarId !== calendarId)) throw itemNotFound();
  const instance = ref.occurrence === undefined ? wholeItem(item) : occurrenceOn(item, ref.occurrence);
  if (!instance) throw itemNotFound();
  return instance;
}

/** @throws GraphError 412 when the event is no longer as the caller saw it (RFC 9110, 13.1.1) */
export function requireMatch(instance: EventInstance, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const weak = (tag: string) => tag.trim().replace(/^W\//, '');
  if (ifMatch.split(',').some((tag) => weak(tag) === weak(etagOf(instance)))) return;
  throw new GraphError(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}
