import type { Attendee, EventChanges, EventDetails, Participant } from '../../../ports/calendar.port.js';
import { namesOf } from './changed-names.js';
import { keyOf } from './participants.js';

type Invited = Pick<Attendee, 'name' | 'address' | 'kind'>;

/** Who is told of a change: with nothing but attendees changed those who are, otherwise everybody (Graph, "Update event"). */
export function recipientsOfChange(before: EventDetails, changes: EventChanges): readonly Participant[] {
  const names = namesOf(changes);
  const isSilent = names.every((name) => name === 'reminderMinutes');
  if (isSilent || (!before.isOrganizer && changes.attendees === undefined)) return [];
  const after = changes.attendees ?? before.attendees;
  const onlyAttendees = names.every((name) => name === 'attendees');
  const told = onlyAttendees ? without(after, before.attendees) : after;
  return [...new Map([...told, ...removedFrom(before, changes)].map((person) => [keyOf(person), person])).values()];
}

/** Who is invited by a change, or in another way than before. */
export function addedTo({ attendees }: EventDetails, changes: EventChanges): readonly Invited[] {
  return without(changes.attendees ?? attendees, attendees);
}

export function removedFrom({ attendees }: EventDetails, changes: EventChanges): readonly Invited[] {
  const after = new Set((changes.attendees ?? attendees).map(keyOf));
  return attendees.filter((attendee) => !after.has(keyOf(attendee)));
}

function without(people: readonly Invited[], others: readonly Invited[]): readonly Invited[] {
  const known = new Set(others.map(keyAndKind));
  return people.filter((person) => !known.has(keyAndKind(person)));
}

function keyAndKind(person: Invited): string {
  return `${person.kind} ${keyOf(person)}`;
}
