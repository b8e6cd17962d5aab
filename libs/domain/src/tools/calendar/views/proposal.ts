import { DomainError } from '../../../errors/domain-error.js';
import type { EventDetails, EventResponse } from '../../../ports/calendar.port.js';
import type { TimeSlot } from '../../../time/event-time.js';
import { assertExists, isDate, toZoned } from '../../../time/local-time.js';
import { toRange } from '../../../time/range.js';
import type { ToolContext } from '../../../tool/tool.js';
import { zoneForWriting } from '../../shared/zone-of.js';
import { proposedIn } from './attendees-view.js';
import { zoneNote } from './zone-note.js';

/** Another time that an answer proposes, as the arguments say it. */
interface Proposal {
  readonly proposedStart?: string;
  readonly proposedEnd?: string;
  readonly timeZone?: string;
  readonly response: EventResponse['answer'];
  readonly notifyOrganizer: boolean;
}

/**
 * The proposal as Graph takes it, and as it is shown; empty where there is none.
 * @throws DomainError `invalid_arguments`, `not_allowed` (the organizer takes none)
 */
export async function proposalOf(args: Proposal, event: EventDetails, context: ToolContext) {
  const { proposedStart, proposedEnd, response, timeZone } = args;
  if (proposedStart === undefined && proposedEnd === undefined) return {};
  if (proposedStart === undefined || proposedEnd === undefined || response === 'accept' || !args.notifyOrganizer) {
    throw new DomainError(
      'invalid_arguments',
      'A proposal needs proposedStart and proposedEnd, tentative or decline, and notifyOrganizer.',
    );
  }
  if (!event.allowsNewTimeProposals) {
    throw new DomainError('not_allowed', 'The organizer does not accept proposals for this event.', {
      userAction: 'Answer without proposedStart and proposedEnd, and name a better time in the comment.',
    });
  }
  const zone = await zoneForWriting(timeZone, context);
  const proposedTime = existing(proposedStart, proposedEnd, zone);
  const note = zoneNote(timeZone, zone, { proposedStart, proposedEnd });
  return { proposedTime, proposed: proposedIn(proposedTime, zone), note };
}

/** A date stands for the whole day; a local time that the clocks skip is refused. */
function existing(start: string, end: string, timeZone: string): TimeSlot {
  for (const text of [start, end]) if (!isDate(text)) assertExists(text, toZoned(text, timeZone));
  return toRange(start, end, timeZone);
}
