import { quoteLine } from '../../../answer/quote-line.js';
import { DomainError } from '../../../errors/domain-error.js';
import type { EventChanges, EventDetails } from '../../../ports/calendar.port.js';
import type { ToolContext } from '../../../tool/tool.js';
import { namesOf } from '../shared/changed-names.js';
import { differingChanges } from './differing-changes.js';
import { isInvitation } from '../shared/is-invitation.js';
import { mergedAttendees } from './merged-attendees.js';
import { movedSeries } from './moved-series.js';
import { movedTime } from './moved-time.js';
import { nameOf } from '../shared/participants.js';
import type { UpdateEventInput } from './update-event.input.js';

/** Characters of a name that an error repeats. */
const MAX_NAME = 100;

/** An event to change: the one that was named, and the one its scope means, which is another for a series. */
export interface Subject {
  readonly named: EventDetails;
  readonly target: EventDetails;
}

/**
 * What becomes different; nothing where the event is as asked for already.
 * @throws DomainError `invalid_arguments`, also when no change was given
 */
export function toChanges(args: UpdateEventInput, { named, target }: Subject, timeZone: string): EventChanges {
  const { subject, location, body, showAs, reminderMinutes } = args;
  const kept = args.timeZone === undefined ? (target.originalTimeZone ?? timeZone) : timeZone;
  const time = movedTime(named, args, { said: timeZone, kept });
  if (time !== undefined) assertZoneKnown(target, args);
  const changes: EventChanges = {
    ...{ subject, location, body, showAs, reminderMinutes },
    isPrivate: args.private,
    attendees: mergedAttendees(target.attendees, args),
    ...(time && target.kind === 'series' ? movedSeries(target, named, time) : { time }),
  };
  if (namesOf(changes).length > 0) return differingChanges(target, changes);
  throw new DomainError('invalid_arguments', 'No change was given.', {
    userAction:
      'Give at least one of subject, start, end, location, body, showAs, private, reminderMinutes or attendees.',
  });
}

/**
 * A series keeps its hour in its own zone across the changes of the clocks, so another zone is not guessed.
 * @throws DomainError `invalid_arguments`
 */
function assertZoneKnown(
  { kind, time, originalTimeZone, unknownTimeZone }: EventDetails,
  args: UpdateEventInput,
): void {
  const isAnchored = kind === 'series' && !time.allDay;
  if (!isAnchored || originalTimeZone !== undefined || args.timeZone !== undefined) return;
  const name = unknownTimeZone === undefined ? '' : ` (${quoteLine(unknownTimeZone, MAX_NAME)})`;
  throw new DomainError('invalid_arguments', `The time zone of this series${name} has no IANA name.`, {
    userAction:
      'Ask the person which zone the series should have, and give timeZone as an IANA name such as "Europe/Berlin". Nothing was changed.',
  });
}

/** What concerns nobody but the person whose calendar it is in. */
const PERSONAL: readonly (keyof EventChanges)[] = ['showAs', 'reminderMinutes'];

/**
 * Others' events are theirs to change; how one shows in the own calendar is not.
 * @throws DomainError `not_allowed`
 */
export async function assertOwned(event: EventDetails, changes: EventChanges, context: ToolContext): Promise<void> {
  if (namesOf(changes).every((name) => PERSONAL.includes(name)) || !(await isInvitation(event, context))) return;
  const { organizer, allowsNewTimeProposals } = event;
  const name = organizer && nameOf(organizer);
  const who = name === undefined ? 'The organizer alone' : `Only the organizer, ${quoteLine(name, MAX_NAME)},`;
  const ask = allowsNewTimeProposals
    ? 'Another time can be proposed with calendar_respond (tentative or decline, proposedStart, proposedEnd).'
    : 'Respond with calendar_respond, and name the wanted change in the comment.';
  throw new DomainError('not_allowed', `${who} can change this event.`, {
    userAction: `${ask} showAs and reminderMinutes can be changed.`,
  });
}
