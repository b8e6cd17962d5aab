import { badRequest, validationFailure } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { save, withChange, withoutOccurrence } from './change-item.js';
import { occurrenceOn, wholeItem } from './instances.js';
import type { Attendee, EventInstance, ProposedTime, ResponseStatus } from './model.js';
import { readTime } from './read-event.js';
import { lowerCased, readBoolean, readObject, readText } from './read-values.js';

export const ANSWERS = { accept: 'accepted', tentativelyAccept: 'tentativelyAccepted', decline: 'declined' } as const;

export type Answer = keyof typeof ANSWERS;

/** What an attendee sends along with an answer. */
export interface AnswerInput {
  readonly sendResponse: boolean;
  readonly proposedNewTime?: ProposedTime;
}

const SHOW_AS: Partial<Record<Answer, string>> = { accept: 'busy', tentativelyAccept: 'tentative' };

/** Reads the parameters of an answer; their names count in any case, as in OData actions of Outlook. */
export function readAnswer(answer: Answer, body: unknown): AnswerInput {
  const input = lowerCased(body ?? {});
  const allowed = ['comment', 'sendresponse', ...(answer === 'accept' ? [] : ['proposednewtime'])];
  const unknown = Object.keys(input).find((name) => !allowed.includes(name));
  if (unknown !== undefined) {
    throw badRequest(
      'RequestBodyRead',
      `The parameter '${unknown}' in the request payload is not a valid parameter for the operation '${answer}'.`,
    );
  }
  readText(input['comment'] ?? null);
  return {
    sendResponse: readBoolean(input['sendresponse'] ?? true),
    proposedNewTime: readProposal(input['proposednewtime']),
  };
}

/** Records an attendee's answer in their calendar and, unless kept silent, in the organizer's. */
export function respond(
  mailboxes: Mailboxes,
  mailbox: Mailbox,
  instance: EventInstance,
  answer: Answer,
  input: AnswerInput,
): void {
  requireAttendee(instance);
  requireTakesPlace(instance, answer);
  if (input.proposedNewTime) requireProposable(instance, input);
  const status: ResponseStatus = { response: ANSWERS[answer], time: mailboxes.now().toISOString() };
  if (answer === 'decline') removeDeclined(mailboxes, mailbox, instance);
  else {
    const showAs = SHOW_AS[answer] ?? instance.fields.showAs;
    save(mailbox, withChange(instance, { response: status, fields: { showAs } }), mailboxes.now());
  }
  if (input.sendResponse) tellOrganizer(mailboxes, mailbox, instance, status, input.proposedNewTime);
}

function requireAttendee({ item }: EventInstance): void {
  if (!item.isOrganizer) return;
  throw badRequest(
    'ErrorInvalidRequest',
    "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
  );
}

function requireTakesPlace({ isCancelled }: EventInstance, answer: Answer): void {
  if (!isCancelled) return;
  const code = { accept: 'Accept', tentativelyAccept: 'Tentative', decline: 'Decline' }[answer];
  throw badRequest(`ErrorCalendarIsCancelledFor${code}`, 'The meeting has been canceled.');
}

function requireProposable({ fields }: EventInstance, { sendResponse }: AnswerInput): void {
  if (!sendResponse) {
    throw badRequest('ErrorInvalidParameter', 'A new time can only be proposed when a response is sent.');
  }
  if (!fields.allowNewTimeProposals) {
    throw badRequest('ErrorInvalidParameter', 'The organizer of this meeting does not allow proposals of a new time.');
  }
}

function removeDeclined(mailboxes: Mailboxes, mailbox: Mailbox, { item, occurrence }: EventInstance): void {
  if (occurrence === undefined) mailbox.items.delete(item.id);
  else save(mailbox, withoutOccurrence(item, occurrence), mailboxes.now());
}

function tellOrganizer(
  mailboxes: Mailboxes,
  { user }: Mailbox,
  { item, occurrence }: EventInstance,
  status: ResponseStatus,
  proposedNewTime?: ProposedTime,
): void {
  mailboxes.tell('response', user, [item.organizer.address], item.fields.subject);
  const organizer = mailboxes.byAddress(user.tenantId, item.organizer.address);
  const original = organizer?.itemByUid(item.iCalUId);
  if (!organizer || !original) return;
  const theirs = occurrence === undefined ? wholeItem(original) : occurrenceOn(original, occurrence);
  if (!theirs) return;
  const attendees = theirs.fields.attendees.map((attendee): Attendee => {
    const { type, emailAddress } = attendee;
    const isThem = emailAddress.address.toLowerCase() === user.mail.toLowerCase();
    return isThem ? { type, emailAddress, status, ...(proposedNewTime ? { proposedNewTime } : {}) } : attendee;
  });
  save(organizer, withChange(theirs, { fields: { attendees } }), mailboxes.now());
}

function readProposal(value: unknown): ProposedTime | undefined {
  if (value === undefined || value === null) return undefined;
  const { start, end } = readObject(value, 'microsoft.graph.timeSlot');
  const proposal = { start: readTime(start), end: readTime(end) };
  if (proposal.end.local.equals(proposal.start.local)) throw validationFailure();
  return proposal;
}
