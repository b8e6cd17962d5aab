import { DomainError, ERROR_CATALOG, type ErrorCode } from '@app/domain';
import { BLOCKED_ACCESS } from './blocked-access.js';
import type { EntraErrorRow } from './entra-error-row.js';
import { ENTRA_ERRORS } from './entra-errors.js';
import type { EntraAnswer, EntraError } from './entra-error.js';

const TOO_MANY_REQUESTS: EntraErrorRow = { reason: 'entra_throttled', retryAfter: 30 };
const NO_ANSWER: EntraErrorRow = { reason: 'entra_unavailable', retryAfter: 5 };
const TIMED_OUT: EntraErrorRow = { reason: 'entra_timeout' };
const UNKNOWN: EntraErrorRow = { reason: 'entra_refusal_unknown' };

export function codeOf({ reason }: EntraErrorRow): ErrorCode {
  return ERROR_CATALOG[reason].code;
}

/** What an answer of Entra means: by suberror, then AADSTS number, then OAuth error. */
export function rowOf(answer: EntraAnswer): EntraErrorRow {
  const { status, error, timedOut } = answer;
  if (timedOut) return TIMED_OUT;
  if (status === 429) return TOO_MANY_REQUESTS;
  const telling = tellingRow(answer);
  if (telling) return telling;
  if (error === undefined || (status !== undefined && status >= 500)) return NO_ANSWER;
  return ofError(error) ?? UNKNOWN;
}

function tellingRow({ error, suberror = '', numbers }: EntraAnswer): EntraErrorRow | undefined {
  const bySuberror = ENTRA_ERRORS.find((row) => row.suberrors?.includes(suberror));
  const byNumber =
    ENTRA_ERRORS.find((row) => row.numbers?.some((number) => numbers.includes(number))) ??
    (numbers.some(isOfPolicies) ? BLOCKED_ACCESS[0] : undefined);
  // Entra says consent_required for both kinds of consent; only the number tells whose.
  if (bySuberror?.link && byNumber?.link) return byNumber;
  // Whom the organisation blocks is never to sign in again, whatever suberror comes with it.
  if (byNumber && codeOf(byNumber) === 'access_blocked') return byNumber;
  // 50027 and its like are said of both assertions of an exchange; of the client's own with this error.
  if (error === 'invalid_client' && byNumber && codeOf(byNumber) === 'invalid_token') return ofError(error);
  return bySuberror ?? byNumber;
}

/** Conditional Access has 53000 to 53099 and 530000 to 530999, in which new ones appear. */
function isOfPolicies(number: number): boolean {
  return /^530\d{2,3}$/.test(String(number));
}

function ofError(error: string): EntraErrorRow | undefined {
  return ENTRA_ERRORS.find((row) => row.errors?.includes(error));
}

/** The domain's error for a refusal, with the link on which it can be fixed. */
export function toDomainError(
  refusal: EntraError,
  row: EntraErrorRow,
  scopes: readonly string[],
  url: string | undefined,
): DomainError {
  const { claims, retryAfter, correlationId } = refusal.answer;
  return new DomainError(row.reason, undefined, {
    url,
    scopes: row.link && scopes,
    claims,
    retryAfter: retryAfter ?? row.retryAfter,
    requestId: correlationId,
    cause: refusal,
  });
}
