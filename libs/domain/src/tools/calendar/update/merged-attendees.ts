import { quoteLines } from '../../../answer/quote-line.js';
import { DomainError } from '../../../errors/domain-error.js';
import type { Attendee, EventChanges } from '../../../ports/calendar.port.js';
import { isNamed, keyOf, labelOf } from '../shared/participants.js';
import type { UpdateEventInput } from './update-event.input.js';
import { withoutRepeats } from '../shared/without-repeats.js';

type Wanted = Pick<UpdateEventInput, 'addAttendees' | 'addOptionalAttendees' | 'removeAttendees'>;

const MOST_NAMED = 20;

/**
 * The whole list after adding and removing, because Graph replaces it; undefined when it stays. Whoever has no address
 * stays as they came.
 * @throws DomainError `invalid_arguments` when somebody is to be removed who is not invited
 */
export function mergedAttendees(
  present: readonly Attendee[],
  { addAttendees, addOptionalAttendees, removeAttendees }: Wanted,
): EventChanges['attendees'] {
  const required = withoutRepeats(addAttendees);
  const added = [
    ...required.map((address) => ({ address, kind: 'required' as const })),
    ...withoutRepeats(addOptionalAttendees, required).map((address) => ({ address, kind: 'optional' as const })),
  ];
  if (added.length === 0 && removeAttendees.length === 0) return undefined;
  assertInvited(present, removeAttendees);
  const names = new Map(present.map((attendee) => [keyOf(attendee), attendee.name]));
  const replaced = new Set(added.map(keyOf));
  const kept = present.filter(
    (attendee) => !replaced.has(keyOf(attendee)) && !removeAttendees.some((word) => isNamed(attendee, word)),
  );
  return [
    ...kept.map(({ name, address, kind }) => ({ name, address, kind })),
    ...added.map((person) => ({ name: names.get(keyOf(person)), ...person })),
  ];
}

function assertInvited(present: readonly Attendee[], removed: readonly string[]): void {
  const unknown = removed.filter((word) => !present.some((attendee) => isNamed(attendee, word)));
  if (unknown.length === 0) return;
  const invited = present.slice(0, MOST_NAMED).map(labelOf);
  const more = present.length > invited.length ? ` and ${present.length - invited.length} more` : '';
  throw new DomainError(
    'invalid_arguments',
    `These people are not invited, so they cannot be removed: ${quoteLines(unknown)}.`,
    {
      userAction: invited.length > 0 ? `Invited are: ${quoteLines(invited)}${more}.` : 'Nobody is invited.',
    },
  );
}
