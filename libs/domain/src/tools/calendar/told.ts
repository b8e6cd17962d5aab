import type { Attendee, EventChanges, EventDetails } from '../../ports/calendar.port.js';
import { namesOf } from './event-changes.js';

type Invited = Pick<Attendee, 'address' | 'kind'>;

/** Who is told of a change: with nothing but attendees changed those who are, otherwise everybody (Graph, "Update event"). */
export function toldOf(before: EventDetails, changes: EventChanges): readonly string[] {
  const names = namesOf(changes);
  if (!before.isOrganizer || names.every((name) => name === 'reminderMinutes')) return [];
  const after = changes.attendees ?? before.attendees;
  const onlyAttendees = names.every((name) => name === 'attendees');
  const told = onlyAttendees ? without(after, before.attendees) : after;
  return [...new Set([...told, ...removedFrom(before, changes)].map(({ address }) => address))];
}

/** Who is invited by a change, or in another way than before. */
export function addedTo({ attendees }: EventDetails, changes: EventChanges): readonly Invited[] {
  return without(changes.attendees ?? attendees, attendees);
}

export function removedFrom({ attendees }: EventDetails, changes: EventChanges): readonly Invited[] {
  const after = (changes.attendees ?? attendees).map(({ address }) => address.toLowerCase());
  return attendees.filter(({ address }) => !after.includes(address.toLowerCase()));
}

function without(people: readonly Invited[], others: readonly Invited[]): readonly Invited[] {
  return people.filter(
    ({ address, kind }) => !others.some((other) => isSame(other.address, address) && other.kind === kind),
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
