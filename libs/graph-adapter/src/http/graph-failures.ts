import { type CallLimits, DomainError, type ErrorReason } from '@app/domain';
import { claimsChallenge, retryAfterSeconds, TooLarge } from '@app/http';
import { GraphClientError } from '@microsoft/microsoft-graph-client';
import { readErrorBody } from './error-body.js';
import { graphErrorRule } from './graph-error-rules.js';
import { GraphError } from './graph-error.js';
import { type Change, outcomeUnknown } from './outcome-unknown.js';

/** Answers of 500 and more that say nonetheless that nothing was done. */
const SURELY_NOT_DONE: readonly number[] = [501, 507, 509];

/** What happens before a request is sent; anything else may have reached Graph. */
const NEVER_SENT =
  /^(?:NOT_SENT|ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT)$|CERT|SIGNATURE/;

/** Graph's refusal as a `DomainError`, by the table of refusals; of a change that it may have made, it says so. */
export function refusalOf(response: Response, text: string, change?: Change): DomainError {
  const { codes, message, requestId } = readErrorBody(text);
  const { status, headers } = response;
  const claims = claimsChallenge(headers);
  const rule = graphErrorRule({ status, codes, message, hasClaims: claims !== undefined });
  const retryAfter = retryAfterSeconds(headers);
  const refusal = new DomainError(rule.reason, undefined, {
    retryAfter: retryAfter === undefined ? undefined : Math.ceil(retryAfter),
    claims,
    requestId: requestId ?? headers.get('request-id') ?? undefined,
    cause: new GraphError(status, codes, message),
  });
  const mayBeDone = status === 408 || (status >= 500 && !SURELY_NOT_DONE.includes(status));
  return change && mayBeDone ? outcomeUnknown(refusal, change) : refusal;
}

/** What kept an answer from coming at all: no token to ask with, the caller went away, the time was up, or the network. */
export function failureOf(error: unknown, limits: CallLimits, change?: Change): DomainError {
  if (error instanceof GraphClientError && error.cause instanceof DomainError) return error.cause;
  const failure = asFailure(error, limits);
  return change && !NEVER_SENT.test(nameOf(error)) ? outcomeUnknown(failure, change) : failure;
}

function asFailure(error: unknown, { signal, deadline }: CallLimits): DomainError {
  if (error instanceof TooLarge) return tooLarge(error);
  if (signal.aborted) return failed('cancelled', error);
  if (isTimeout(error) || Date.now() >= deadline) return failed('timeout', error);
  return failed('graph_unreachable', error);
}

function tooLarge({ maxBytes }: TooLarge): DomainError {
  const together = 'Too much is being read from Microsoft Graph at this moment.';
  if (maxBytes === undefined)
    return new DomainError('temporarily_unavailable', together, {
      userAction: 'Try again in a few seconds.',
      retryAfter: 5,
    });
  return new DomainError('not_allowed', `Microsoft Graph answered with more than ${maxBytes} bytes.`, {
    userAction: 'Ask for less at once, or open the item in Outlook or in the browser.',
  });
}

function failed(reason: ErrorReason, error: unknown): DomainError {
  return new DomainError(reason, undefined, { cause: new Error(`The request to Graph failed: ${nameOf(error)}.`) });
}

function isTimeout(error: unknown): boolean {
  return ['TimeoutError', 'AbortError'].includes(nameOf(error));
}

/** The network error's code where there is one: the Graph client and fetch both wrap what happened. */
function nameOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { name, code, cause } = error as Record<string, unknown>;
  if (cause !== undefined) return nameOf(cause);
  return [code, name].find((one) => typeof one === 'string') ?? 'unknown';
}
