import { badRequest } from '../errors.js';
import { NO_RESPONSE, type Attendee, type EmailAddress } from './model.js';
import { readEnum, readList, readObject, readText, refuseUnknown } from './read-values.js';

const TYPES = ['required', 'optional', 'resource'] as const;
const ADDRESS = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+$/;

/** Reads `attendees`; who answers is the service's to say, so a status that is sent along is not taken. */
export function readAttendees(value: unknown): Attendee[] {
  const attendees = readList(value, 'microsoft.graph.attendee').map(readAttendee);
  const byAddress = new Map(attendees.map((attendee) => [attendee.emailAddress.address.toLowerCase(), attendee]));
  return [...byAddress.values()];
}

function readAttendee(value: unknown): Attendee {
  const attendee = readObject(value, 'microsoft.graph.attendee');
  refuseUnknown(attendee, ['type', 'status', 'emailAddress', 'proposedNewTime'], 'microsoft.graph.attendee');
  return {
    type: readEnum(attendee['type'] ?? 'required', TYPES),
    status: NO_RESPONSE,
    emailAddress: readAddress(attendee['emailAddress']),
  };
}

function readAddress(value: unknown): EmailAddress {
  const { name, address } = readObject(value, 'microsoft.graph.emailAddress');
  const text = readText(address ?? null);
  if (!ADDRESS.test(text)) throw badRequest('ErrorInvalidRecipients', "At least one recipient isn't valid.");
  return { name: readText(name ?? null) || text, address: text };
}
