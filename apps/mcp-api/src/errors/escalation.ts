import { type AuthConfig, takesClaims } from '@app/auth';
import type { Caller, DomainError } from '@app/domain';
import type { HttpError } from './http-answer.js';
import { knownReason, rowOf } from './error-responses.js';

/**
 * A failed tool call as the HTTP challenge that answers it, where the table has one and this caller can act on it;
 * otherwise undefined, and the tool error stands. Claims challenges are for clients that said they can take them.
 */
export function escalation(
  error: DomainError,
  caller: Caller,
  denialMode: AuthConfig['denialMode'],
): HttpError | undefined {
  const { message, details } = error;
  const { response } = rowOf(error);
  if (denialMode === 'tool_error' || response.kind !== 'tool' || !response.httpFallback) return undefined;
  const wantsClaims = response.httpFallback.error === 'insufficient_claims';
  if (wantsClaims && (details.claims === undefined || !takesClaims(caller))) return undefined;
  return {
    reason: knownReason(error),
    description: `${message} ${details.userAction}`,
    scopes: details.scopes,
    retryAfter: details.retryAfter,
    claims: details.claims === undefined ? undefined : { json: details.claims, tenantId: caller.tenantId },
  };
}
