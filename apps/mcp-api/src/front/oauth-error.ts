/** RFC 6749 sections 4.1.2.1 and 5.2, RFC 8707 section 2, OpenID Connect Core sections 3.1.2.6 and 6. */
export type OAuthErrorCode =
  | 'access_denied'
  | 'interaction_required'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_target'
  | 'request_not_supported'
  | 'request_uri_not_supported'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'unsupported_grant_type'
  | 'unsupported_response_type';

/** A request that a client of the front is told is wrong. The description is ours, and ASCII as RFC 6749 has it. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';

  constructor(
    readonly code: OAuthErrorCode,
    readonly description: string,
    /** Seconds. */
    readonly retryAfter?: number,
  ) {
    super(code);
  }
}
