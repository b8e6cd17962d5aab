import type { ErrorCode, FailureReason } from '@app/domain';

/** What is known of a refusal; `message` is Graph's and serves to recognise it, never to be shown. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly hasClaims: boolean;
}

/** A row of the table: which refusals it means, and what the person is told. */
export interface RefusalRule {
  readonly when: (refusal: Refusal) => boolean;
  readonly error: ErrorCode;
  readonly reason?: FailureReason;
  readonly message: string;
  readonly userAction: string;
}

/** Every refusal Graph can give, as the domain says it; the first row that fits counts. */
export const REFUSALS: readonly RefusalRule[] = [
  {
    when: ({ hasClaims }) => hasClaims,
    error: 'interaction_required',
    reason: 'claims_wanted_by_graph',
    message: 'Microsoft Graph asks the person to sign in again.',
    userAction: 'Sign in again; the organisation may ask for another factor.',
  },
  {
    when: ({ status, message }) => status === 401 || (status === 400 && /delegated authentication flow/i.test(message)),
    error: 'invalid_token',
    reason: 'token_refused_by_graph',
    message: "Microsoft Graph did not accept the person's token.",
    userAction: 'Sign in again.',
  },
  {
    when: ({ code }) => /^Mailbox(NotEnabled|NotSupported)ForRESTAPI$/i.test(code),
    error: 'not_allowed',
    reason: 'mailbox_missing',
    message: 'The signed-in person has no Exchange Online mailbox.',
    userAction: 'Ask an administrator for a mailbox licence, or sign in with the account that has the mailbox.',
  },
  {
    when: ({ status }) => status === 403,
    error: 'access_denied',
    message: 'Microsoft Graph does not let the signed-in person do this.',
    userAction: 'Ask the owner or an administrator for access.',
  },
  {
    when: ({ status, code }) => status === 404 || /^ErrorInvalidId(Malformed|Empty)?$/i.test(code),
    error: 'not_found',
    message: 'There is no such item in what the signed-in person can see.',
    userAction: 'Take the id from a fresh list.',
  },
  {
    when: ({ status, message }) => status === 400 && /organizer/i.test(message),
    error: 'not_allowed',
    message: 'This depends on who the organizer is: the organizer cannot respond, and only the organizer can cancel.',
    userAction: 'Do not try this again; ask the organizer, or as the organizer change the event itself.',
  },
  {
    when: ({ code }) => /^ErrorOccurrenceCrossingBoundary$/i.test(code),
    error: 'invalid_arguments',
    message: 'An occurrence cannot be moved to the day of another occurrence of its series, or past it.',
    userAction: 'Choose a day between its neighbours, or cancel this occurrence and create an event of its own.',
  },
  {
    when: ({ code }) => /^nameAlreadyExists$/i.test(code),
    error: 'conflict',
    message: 'The folder already has an item of this name.',
    userAction: 'Use another name.',
  },
  {
    when: ({ status, code }) => status === 507 || /^quotaLimitReached$/i.test(code),
    error: 'not_allowed',
    message: 'The drive is full.',
    userAction: 'Make room in the drive, or ask an administrator for more.',
  },
  {
    when: ({ status }) => status === 423,
    error: 'conflict',
    message: 'The file is open or locked by somebody.',
    userAction: 'Try again when it is closed.',
  },
  {
    when: ({ status }) => status === 409 || status === 412,
    error: 'conflict',
    message: 'The item was changed by someone else in the meantime.',
    userAction: 'Read it again, then decide.',
  },
  {
    when: ({ status }) => status === 429,
    error: 'throttled',
    message: 'Microsoft Graph takes no more requests for this mailbox right now.',
    userAction: 'Wait, then try again.',
  },
  {
    when: ({ status }) => status === 413,
    error: 'invalid_arguments',
    message: 'This is more than Microsoft Graph takes at once.',
    userAction: 'Send less.',
  },
  {
    when: ({ status }) => status >= 400 && status < 500,
    error: 'invalid_arguments',
    message: 'Microsoft Graph did not accept the values of this request.',
    userAction: 'Check times, zone, addresses and ids, then try again.',
  },
  {
    when: () => true,
    error: 'temporarily_unavailable',
    message: 'Microsoft Graph is not working right now.',
    userAction: 'Try again in a moment.',
  },
];

export function refusalRule(refusal: Refusal): RefusalRule {
  const rule = REFUSALS.find(({ when }) => when(refusal));
  if (!rule) throw new Error('The last row fits every refusal.');
  return rule;
}
