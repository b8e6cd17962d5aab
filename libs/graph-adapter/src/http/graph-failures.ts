import { type CallLimits, DomainError, type ErrorCode } from '@app/domain';
import { GraphClientError } from '@microsoft/microsoft-graph-client';
import { claimsChallenge } from './claims-challenge.js';
import { refusalRule } from './graph-refusals.js';
import { retryAfterSeconds } from './retry-after.js';

/** Graph's refusal as a `DomainError`, by the table of refusals. */
export function refusalOf(response: Response, text: string): DomainError {
  const { code, message, requestId } = readError(text);
  const claims = claimsChallenge(response.headers);
  const rule = refusalRule({ status: response.status, code, message, hasClaims: claims !== undefined });
  const retryAfter = retryAfterSeconds(response.headers);
  return new DomainError(rule.error, rule.message, {
    reason: rule.reason,
    userAction: rule.userAction,
    retryAfter: retryAfter === undefined ? undefined : Math.ceil(retryAfter),
    claims,
    requestId: requestId ?? response.headers.get('request-id') ?? undefined,
    // Graph's own message may quote what it was sent, so the log gets its code only.
    cause: new Error(`Graph answered ${response.status}${code ? ` ${code}` : ''}.`),
  });
}

/** What kept an answer from coming at all: no token to ask with, the caller went away, the time was up, or the network. */
export function failureOf(error: unknown, { signal, deadline }: CallLimits): DomainError {
  if (error instanceof GraphClientError && error.cause instanceof DomainError) return error.cause;
  if (signal.aborted)
    return failure('cancelled', 'The call was cancelled.', error, 'Call again if it is still wanted.');
  if (isTimeout(error) || Date.now() >= deadline) {
    return failure('timeout', 'Microsoft Graph did not answer in time.', error, 'Try again, or ask for less at once.');
  }
  return failure('temporarily_unavailable', 'Microsoft Graph could not be reached.', error, 'Try again in a moment.');
}

function failure(code: ErrorCode, message: string, error: unknown, userAction: string): DomainError {
  return new DomainError(code, message, {
    userAction,
    cause: new Error(`The request to Graph failed: ${nameOf(error)}.`),
  });
}

function isTimeout(error: unknown): boolean {
  return ['TimeoutError', 'AbortError'].includes(nameOf(error));
}

/** The network error's code where there is one: the Graph client and fetch both wrap what happened. */
function nameOf(error: unknown): string {
  const { name, code, cause } = fieldsOf(error);
  if (cause !== undefined) return nameOf(cause);
  return asText(code) ?? asText(name) ?? 'unknown';
}

interface GraphErrorBody {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
}

function readError(text: string): GraphErrorBody {
  const error = fieldsOf(fieldsOf(safeParse(text)).error);
  const inner = fieldsOf(error.innerError ?? error.innererror);
  return {
    code:
      asText(error.code)
        ?.replace(/[^\w.-]/g, '')
        .slice(0, 100) ?? '',
    message: asText(error.message) ?? '',
    requestId: asText(inner['request-id'])
      ?.replace(/[^\w-]/g, '')
      .slice(0, 100),
  };
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
