import type { Attendee, Participant, ResponseStatus, TimeSlot } from '@app/domain';
import type { Attendee as GraphAttendee, Recipient } from '@microsoft/microsoft-graph-types';
import { fromGraphEnum } from '../shared/graph-enum.js';
import { toEventTime } from '../shared/to-event-time.js';

/** Graph's answers, in lower case. */
export const RESPONSES: Readonly<Record<string, ResponseStatus>> = {
  organizer: 'organizer',
  tentativelyaccepted: 'tentative',
  accepted: 'accepted',
  declined: 'declined',
  notresponded: 'notResponded',
};

const KINDS: Readonly<Record<string, Attendee['kind']>> = { optional: 'optional', resource: 'resource' };

/** Somebody of whom anything is known. */
export function toParticipant(recipient: Recipient | null | undefined): Participant | undefined {
  const { name, address } = recipient?.emailAddress ?? {};
  return name || address ? { name: name || undefined, address: address || undefined } : undefined;
}

/** Whoever is invited, also by name only: an update that leaves somebody out takes the invitation back. */
export function toAttendee(attendee: GraphAttendee | null): Attendee[] {
  if (!attendee) return [];
  const { name, address } = attendee.emailAddress ?? {};
  const proposedTime = toProposal(attendee);
  return [
    {
      name: name || undefined,
      address: address ?? undefined,
      kind: fromGraphEnum(KINDS, attendee.type, 'required'),
      response: fromGraphEnum(RESPONSES, attendee.status?.response, 'none'),
      ...(proposedTime === undefined ? {} : { proposedTime }),
    },
  ];
}

/** None where it cannot be read: the answer itself is worth more. */
function toProposal({ proposedNewTime }: GraphAttendee): TimeSlot | undefined {
  if (!proposedNewTime?.start || !proposedNewTime.end) return undefined;
  try {
    const { start, end } = toEventTime({ start: proposedNewTime.start, end: proposedNewTime.end });
    return { start, end };
  } catch {
    return undefined;
  }
}
