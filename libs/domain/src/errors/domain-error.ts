/** Stable names of everything that can go wrong; public API, so a name is never reused for another meaning. */
export type ErrorCode =
  | 'invalid_arguments'
  | 'unknown_tool'
  | 'insufficient_scope'
  | 'role_missing'
  | 'policy_denied'
  | 'not_found'
  | 'not_allowed'
  | 'access_denied'
  | 'conflict'
  | 'consent_required'
  | 'admin_consent_required'
  | 'interaction_required'
  | 'access_blocked'
  | 'invalid_token'
  | 'throttled'
  | 'temporarily_unavailable'
  | 'timeout'
  | 'cancelled'
  | 'server_misconfigured'
  | 'internal_error';

/** Why, where one code has several causes that are fixed by different people; the audit and the operators tell by it. */
export type FailureReason =
  | 'mailbox_missing'
  | 'onedrive_missing'
  | 'storage_full'
  | 'permission_missing'
  | 'outcome_unknown'
  | 'sign_in_revoked'
  | 'token_refused_by_graph'
  | 'claims_wanted_by_graph'
  | 'credential_refused'
  | 'entra_throttled'
  | 'entra_unavailable'
  | 'entra_timeout';

export interface ErrorDetails {
  readonly reason?: FailureReason;
  /** What the person or the agent can do about it, in one sentence. */
  readonly userAction?: string;
  /** Where the person can fix it, for example a consent page. */
  readonly url?: string;
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

/** The one error of the domain, told apart by `code`. Message and details are safe to show; the cause is for the log only. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
  }

  /** The cause as exactly as it is known: public API like `code`. */
  get reason(): ErrorCode | FailureReason {
    return this.details.reason ?? this.code;
  }
}
