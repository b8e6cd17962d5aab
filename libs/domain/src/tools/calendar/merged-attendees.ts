import { DomainError } from '../../errors.js';
import type { Attendee, EventChanges } from '../../ports/calendar.port.js';
import type { UpdateEventInput } from './update-event.input.js';

type Wanted = Pick<UpdateEventInput, 'addAttendees' | 'addOptionalAttendees' | 'removeAttendees'>;

/**
 * The whole list after adding and removing, because Graph replaces it; undefined when it stays.
 * @throws DomainError `invalid_arguments` when somebody is to be removed who is not invited
 */
export function mergedAttendees(
  present: readonly Attendee[],
  { addAttendees, addOptionalAttendees, removeAttendees }: Wanted,
): EventChanges['attendees'] {
  const added = [
    ...addAttendees.map((address) => ({ address, kind: 'required' as const })),
    ...addOptionalAttendees.map((address) => ({ address, kind: 'optional' as const })),
  ];
  if (added.length === 0 && removeAttendees.length === 0) return undefined;
  mustBeInvited(present, removeAttendees);
  const replaced = [...removeAttendees, ...added.map(({ address }) => address)];
  const kept = present.filter(({ address }) => !includes(replaced, address));
  const named = added.map(({ address, kind }) => ({ name: nameOf(present, address), address, kind }));
  return [...kept.map(({ name, address, kind }) => ({ name, address, kind })), ...named];
}

function mustBeInvited(present: readonly Attendee[], removed: readonly string[]): void {
  const invited = present.map(({ address }) => address);
  const unknown = removed.filter((address) => !includes(invited, address));
  if (unknown.length === 0) return;
  throw new DomainError('invalid_arguments', `Not invited, so not to be removed: ${unknown.join(', ')}.`, {
    userAction: invited.length > 0 ? `Invited are: ${invited.join(', ')}.` : 'Nobody is invited.',
  });
}

function nameOf(present: readonly Attendee[], wanted: string): string | undefined {
  return present.find(({ address }) => includes([wanted], address))?.name;
}

function includes(addresses: readonly string[], wanted: string): boolean {
  return addresses.some((address) => address.toLowerCase() === wanted.toLowerCase());
}
