/** Stable names of everything that can go wrong; public API, so a name is never reused for another meaning. */
export type ErrorCode =
  | 'invalid_arguments'
  | 'unknown_tool'
  | 'insufficient_scope'
  | 'role_missing'
  | 'policy_denied'
  | 'approval_required'
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

/** Who can fix it: the client that called, the person at it, an administrator of the organisation, or who runs this server. */
export type FixedBy = 'caller' | 'person' | 'administrator' | 'operator';

/** One cause of an error, and the words in which everybody hears of it. */
export interface ErrorDefinition {
  /** What kind of error it is, as a tool error names it. */
  readonly code: ErrorCode;
  readonly fixedBy: FixedBy;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What the person or the agent can do about it, in one sentence. */
  readonly userAction: string;
}

export function error(code: ErrorCode, fixedBy: FixedBy, message: string, userAction: string): ErrorDefinition {
  return { code, fixedBy, message, userAction };
}
