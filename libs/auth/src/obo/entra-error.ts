import { retryAfterSeconds } from '@app/http';
import { AuthError } from '@azure/msal-node';

/** What Entra answered, or that it gave no answer of its own (`error` is then absent). */
export interface EntraAnswer {
  readonly status?: number;
  readonly error?: string;
  readonly suberror?: string;
  /** AADSTS numbers, the first is the main one. */
  readonly numbers: readonly number[];
  readonly claims?: string;
  /** Seconds, from Retry-After. */
  readonly retryAfter?: number;
  readonly correlationId?: string;
  /** Entra had its time and said nothing. */
  readonly timedOut?: true;
  readonly cause?: unknown;
}

/**
 * Thrown from inside msal-node's network layer: an AuthError passes through msal unchanged, and what never returns to it
 * as a response cannot make it refuse other people's requests (it keeps a 429 or 5xx per client and scope, not per person).
 */
export class EntraError extends AuthError {
  constructor(readonly answer: EntraAnswer) {
    super(answer.error ?? 'unavailable', answer.correlationId ?? '', `Entra answered ${answer.status ?? 'nothing'}`);
    // AuthError makes every object its own direct instance.
    Object.setPrototypeOf(this, new.target.prototype);
    this.name = 'EntraRefusal';
    this.cause = answer.cause;
  }
}

/** Reads an error body of the token endpoint (RFC 6749 section 5.2, with Entra's additions). */
export function readAnswer(response: Response, body: unknown): EntraAnswer {
  const { error, suberror, error_codes, error_description, claims, correlation_id } = toRecord(body);
  const retryAfter = retryAfterSeconds(response.headers);
  return {
    status: response.status,
    error: text(error),
    suberror: text(suberror),
    numbers: numbersOf(error_codes, error_description),
    claims: text(claims),
    retryAfter: retryAfter === undefined ? undefined : Math.ceil(retryAfter),
    correlationId: text(correlation_id),
  };
}

function numbersOf(codes: unknown, description: unknown): number[] {
  const given = (Array.isArray(codes) ? codes : []).map(Number).filter((code) => code > 0);
  if (given.length > 0) return given;
  const found = typeof description === 'string' ? /\bAADSTS(\d{1,12})/.exec(description)?.[1] : undefined;
  return found === undefined ? [] : [Number(found)];
}

function toRecord(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
