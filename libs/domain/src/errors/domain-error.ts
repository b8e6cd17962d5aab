import { ERROR_CATALOG, type ErrorReason } from './error-catalog.js';
import type { ErrorCode, ErrorDefinition } from './error-definition.js';

/** What is known of one error beside its words. */
export interface ErrorDetails {
  /** What kind of error it is, where the cause can be of several; default: what the catalog says. */
  readonly code?: ErrorCode;
  /** What the person or the agent can do about it, in one sentence; default: what the catalog says. */
  readonly userAction?: string;
  /** Where the person can fix it, for example a consent page. */
  readonly url?: string;
  /** Until when `url` can be used, ISO 8601. */
  readonly endsAt?: string;
  /** Scopes that would have made the call possible. */
  readonly scopes?: readonly string[];
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
  /** A claims challenge (JSON) that the next token request must carry (OpenID Connect `claims`). */
  readonly claims?: string;
  /** The id under which Graph or Entra logged the failing request. */
  readonly requestId?: string;
  readonly cause?: unknown;
}

/** A cause that a team's package knows and this one does not. */
export interface OwnErrorDefinition extends ErrorDefinition {
  /** In the audit; lower case with underscores, and not a reason of the catalog. */
  readonly reason: string;
}

/**
 * The one error of the domain. Its words are the catalog's, or those of `message` and `details.userAction` where the
 * values of this case say more. Message and details are safe to show; the cause is for the log only.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  /** The cause as exactly as it is known: public API like `code`. */
  readonly reason: string;
  readonly code: ErrorCode;
  readonly details: ErrorDetails & { readonly userAction: string };

  constructor(cause: ErrorReason | OwnErrorDefinition, message?: string, details: ErrorDetails = {}) {
    const definition = typeof cause === 'string' ? ERROR_CATALOG[cause] : cause;
    super(message ?? definition.message, { cause: details.cause });
    this.reason = typeof cause === 'string' ? cause : cause.reason;
    this.code = details.code ?? definition.code;
    this.details = { ...details, userAction: details.userAction ?? definition.userAction };
  }
}
