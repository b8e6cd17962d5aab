import { DomainError } from '@app/domain';
import { ENTRA_ERRORS, type EntraErrorRow } from './entra-errors.js';
import type { EntraAnswer, EntraRefusal } from './entra-refusal.js';

const TOO_MANY_REQUESTS: EntraErrorRow = {
  code: 'throttled',
  reason: 'entra_throttled',
  message: 'Entra asks to slow down.',
  userAction: 'Wait and try again.',
  retryAfter: 30,
};

const NO_ANSWER: EntraErrorRow = {
  code: 'temporarily_unavailable',
  reason: 'entra_unavailable',
  message: 'Entra does not answer right now.',
  userAction: 'Try again in a moment.',
  retryAfter: 5,
};

const TIMED_OUT: EntraErrorRow = {
  code: 'timeout',
  reason: 'entra_timeout',
  message: 'Entra did not answer in time.',
  userAction: 'Try again in a moment.',
};

const UNKNOWN: EntraErrorRow = {
  code: 'server_misconfigured',
  message: 'Entra refuses the exchange for a reason this server does not know.',
  userAction: 'Ask the operator of this server to look at its log.',
};

/** What an answer of Entra means: by suberror, then AADSTS number, then OAuth error. */
export function rowOf({ status, error, suberror = '', numbers, timedOut }: EntraAnswer): EntraErrorRow {
  if (timedOut) return TIMED_OUT;
  if (status === 429) return TOO_MANY_REQUESTS;
  const bySuberror = ENTRA_ERRORS.find((row) => row.suberrors?.includes(suberror));
  const byNumber = ENTRA_ERRORS.find((row) => row.numbers?.some((number) => numbers.includes(number)));
  // Entra says consent_required for both kinds of consent; only the number tells whose.
  if (bySuberror?.link && byNumber?.link) return byNumber;
  const telling = bySuberror ?? byNumber;
  if (telling) return telling;
  if (error === undefined || (status !== undefined && status >= 500)) return NO_ANSWER;
  return ENTRA_ERRORS.find((row) => row.errors?.includes(error)) ?? UNKNOWN;
}

/** The domain's error for a refusal, with the link on which it can be mended. */
export function toDomainError(
  refusal: EntraRefusal,
  row: EntraErrorRow,
  scopes: readonly string[],
  url: string | undefined,
): DomainError {
  const { claims, retryAfter, correlationId } = refusal.answer;
  return new DomainError(row.code, row.message, {
    reason: row.reason,
    userAction: row.userAction,
    url,
    scopes: row.link && scopes,
    claims,
    retryAfter: retryAfter ?? row.retryAfter,
    requestId: correlationId,
    cause: refusal,
  });
}
