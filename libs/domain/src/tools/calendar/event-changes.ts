import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors.js';
import type { EventChanges, EventDetails } from '../../ports/calendar.port.js';
import { mergedAttendees } from './merged-attendees.js';
import { movedSeries } from './moved-series.js';
import { movedTime } from './moved-time.js';
import type { UpdateEventInput } from './update-event.input.js';

/** An event to change: the one that was named, and the one its scope means, which is another for a series. */
export interface Subject {
  readonly named: EventDetails;
  readonly target: EventDetails;
}

/**
 * What is to be different.
 * @throws DomainError `invalid_arguments`, also when nothing is
 */
export function toChanges(args: UpdateEventInput, { named, target }: Subject, timeZone: string): EventChanges {
  const { subject, location, body, showAs, reminderMinutes } = args;
  const kept = args.timeZone === undefined ? (target.originalTimeZone ?? timeZone) : timeZone;
  const time = movedTime(named, args, { said: timeZone, kept });
  const changes: EventChanges = {
    ...{ subject, location, body, showAs, reminderMinutes },
    isPrivate: args.private,
    attendees: mergedAttendees(target.attendees, args),
    ...(time && target.kind === 'series' ? movedSeries(target, named, time) : { time }),
  };
  if (Object.values(changes).some((change) => change !== undefined)) return changes;
  throw new DomainError('invalid_arguments', 'Nothing to change was given.', {
    userAction:
      'Give at least one of subject, start, end, location, body, showAs, private, reminderMinutes or attendees.',
  });
}

/** What concerns nobody but the person whose calendar it is in. */
const PERSONAL: readonly (keyof EventChanges)[] = ['showAs', 'reminderMinutes'];

/**
 * Others' events are theirs to change; how one shows in the own calendar is not.
 * @throws DomainError `not_allowed`
 */
export function mustBeTheirs(
  { isOrganizer, organizer, allowsNewTimeProposals }: EventDetails,
  changes: EventChanges,
): void {
  if (isOrganizer || namesOf(changes).every((name) => PERSONAL.includes(name))) return;
  const name = organizer?.name ?? organizer?.address;
  const who = name === undefined ? 'The organizer alone' : `Only the organizer, ${quoteLine(name)},`;
  const ask = allowsNewTimeProposals
    ? 'Another time can be proposed with calendar_respond (tentative or decline, proposedStart, proposedEnd).'
    : 'Answer with calendar_respond and say in the comment what should change.';
  throw new DomainError('not_allowed', `${who} can change this event.`, {
    userAction: `${ask} showAs and reminderMinutes can be changed.`,
  });
}

/** What is given. */
export function namesOf(changes: EventChanges): (keyof EventChanges)[] {
  return (Object.keys(changes) as (keyof EventChanges)[]).filter((name) => changes[name] !== undefined);
}
