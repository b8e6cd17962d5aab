import type { Case } from './cases/index.js';
import { NOT_A_SERIES } from './operations/list-occurrences.js';
import { NO_OCCURRENCE, OF_OTHERS } from './operations/target-event.js';
import type { Outcome, Refusal } from './outcome.js';

/** Where the server means to answer otherwise than Graph, what it answers then, and why. */
export interface DeclaredDifference {
  readonly name: string;
  readonly why: string;
  readonly applies: (question: Case, direct: Outcome) => boolean;
  readonly served: Refusal;
}

/** All of them; each makes the server stricter, none lets anybody do what Graph would not. */
export const DECLARED_DIFFERENCES: readonly DeclaredDifference[] = [
  {
    name: 'the profile needs User.Read',
    why: "Graph opens /me to User.ReadBasic.All too; a tool requires the least-privileged scope of Microsoft's permissions reference, which is User.Read.",
    applies: ({ operation, scopes }, direct) =>
      operation.tool === 'get_my_context' && !scopes.includes('User.Read') && direct.verdict !== 'scope',
    served: 'scope',
  },
  {
    name: 'who sends a draft may write it',
    why: 'Graph sends a draft unseen with Mail.Send alone; the tool reads it first, to tell who would get it, and where recipients are checked it sends what was checked and puts the draft away.',
    applies: ({ operation, scopes }, direct) =>
      operation.tool === 'mail_send_draft' && !scopes.includes('Mail.ReadWrite') && direct.verdict !== 'scope',
    served: 'scope',
  },
  {
    name: 'the own calendar is no shared one',
    why: 'Graph opens the own mailbox under /users too, to any scope for calendars; the tool requires the scope it needs for those of others.',
    applies: (question, direct) =>
      isOneOf(question.operation, 'calendar_list_shared_events') &&
      !reachesShared(question) &&
      direct.verdict !== 'scope',
    served: 'scope',
  },
  {
    name: 'no consent, no token',
    why: 'A token for Graph can be had without the server only where the person consented to another application; the server gets one only by their consent to itself.',
    applies: (question, direct) =>
      question.person === 'noor' && (direct.verdict !== 'scope' || isNotShared(question, direct)),
    served: 'consent',
  },
  {
    name: 'a calendar that is not shared',
    why: 'Graph says of a calendar that is not shared what it says of a missing scope, and of nobody something else; the tool says the same of both, and how to get at it.',
    applies: isNotShared,
    served: 'refused',
  },
  {
    name: 'what does not recur has no occurrences',
    why: 'Graph has an empty list of occurrences of a single event; the tool says that the event does not recur.',
    applies: ({ operation }, direct) =>
      isOneOf(operation, 'calendar_list_occurrences') && isAllowed(direct, NOT_A_SERIES),
    served: 'arguments',
  },
  {
    name: 'an occurrence is not the series',
    why: 'Graph changes whatever the id is of; the tools refuse the id of a series where one occurrence was meant.',
    applies: ({ operation }, direct) =>
      isOneOf(operation, 'calendar_update_event', 'calendar_cancel_event') && isAllowed(direct, NO_OCCURRENCE),
    served: 'arguments',
  },
  {
    name: 'an event is changed by its organizer',
    why: "Graph lets an attendee change the words of their own copy, which the organizer's next update undoes; the tool says who can change it.",
    applies: ({ operation }, direct) => isOneOf(operation, 'calendar_update_event') && isAllowed(direct, OF_OTHERS),
    served: 'refused',
  },
  {
    name: 'a time is not written without a zone',
    why: 'Graph takes whatever zone it is given; the tool refuses to guess one when the person names none and their mailbox settings may not be read.',
    applies: ({ operation, scopes }, direct) =>
      operation.tool === 'calendar_create_event' &&
      operation.timeZone === undefined &&
      !scopes.includes('MailboxSettings.Read') &&
      direct.verdict !== 'scope',
    served: 'arguments',
  },
];

function isOneOf({ tool }: Case['operation'], ...tools: readonly Case['operation']['tool'][]): boolean {
  return tools.includes(tool);
}

function isAllowed(direct: Outcome, data: unknown): boolean {
  return direct.verdict === 'allowed' && direct.data === data;
}

function reachesShared({ scopes }: Case): boolean {
  return scopes.some((scope) => /^Calendars\..*Shared$/.test(scope));
}

function isNotShared(question: Case, { verdict }: Outcome): boolean {
  const isMeant = isOneOf(question.operation, 'calendar_list_shared_events') && reachesShared(question);
  return isMeant && ['scope', 'missing'].includes(verdict);
}
