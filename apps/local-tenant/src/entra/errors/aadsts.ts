/** How Entra reports one of its errors. */
export interface AadstsRow {
  readonly error: string;
  readonly suberror?: string;
  readonly status?: number;
  /** A claims challenge comes with it. */
  readonly claims?: true;
  /** `{}` stands for what the error is about. */
  readonly text: string;
}

/**
 * Entra's error numbers (Microsoft Entra authentication and authorization error codes). The documents give numbers and
 * meanings; which `error` and `suberror` go with a number is known for a few and assumed for the rest.
 */
export const AADSTS = {
  // What a person or an administrator has to do.
  65001: { error: 'invalid_grant', suberror: 'consent_required', text: 'Nobody has consented to {}.' },
  65004: { error: 'invalid_grant', suberror: 'consent_required', text: 'The user declined to consent to {}.' },
  65005: { error: 'invalid_grant', text: 'The application is misconfigured: it does not list the resource {}.' },
  90094: { error: 'invalid_grant', suberror: 'consent_required', text: 'An administrator must consent to {}.' },
  90095: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: 'Consent was asked of an administrator for {}.',
  },
  900941: { error: 'consent_required', suberror: 'consent_required', text: 'An administrator must consent to {}.' },
  650052: { error: 'invalid_grant', text: 'The organisation has no subscription for, or has not enabled, {}.' },
  650056: { error: 'invalid_grant', text: 'The application is misconfigured: no permission for {} is listed.' },
  50072: {
    error: 'interaction_required',
    suberror: 'basic_action',
    claims: true,
    text: 'The user must enroll in multi-factor authentication to use {}.',
  },
  50074: {
    error: 'interaction_required',
    suberror: 'basic_action',
    claims: true,
    text: 'Strong authentication is required to use {}.',
  },
  50076: {
    error: 'interaction_required',
    suberror: 'basic_action',
    claims: true,
    text: 'Multi-factor authentication is required to use {}.',
  },
  50078: {
    error: 'interaction_required',
    suberror: 'basic_action',
    claims: true,
    text: 'Multi-factor authentication has expired for {}.',
  },
  50079: {
    error: 'interaction_required',
    suberror: 'basic_action',
    claims: true,
    text: 'The user must register for multi-factor authentication to use {}.',
  },
  53000: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Conditional Access wants a compliant device for {}.',
  },
  53001: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Conditional Access wants a domain-joined device for {}.',
  },
  53002: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Conditional Access wants an approved application for {}.',
  },
  53003: {
    error: 'interaction_required',
    suberror: 'message_only',
    claims: true,
    text: 'Conditional Access has blocked access to {}.',
  },
  530032: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'The organisation’s security policy has blocked access to {}.',
  },
  53004: { error: 'invalid_grant', text: 'Multi-factor registration for {} is blocked: the sign-in looks suspicious.' },
  530034: {
    error: 'invalid_grant',
    text: 'A delegated administrator was blocked from {}: the activity looks suspicious.',
  },
  530035: { error: 'invalid_grant', text: 'Security defaults have blocked access to {}.' },
  500212: { error: 'invalid_grant', text: 'The outbound policy of the user’s tenant does not allow access to {}.' },
  500213: { error: 'invalid_grant', text: 'The inbound policy of the tenant does not allow access to {}.' },
  135011: { error: 'invalid_grant', text: 'The device used for the authentication is disabled.' },
  50131: { error: 'invalid_grant', text: 'A policy of Conditional Access was not met for {}.' },
  90093: { error: 'invalid_grant', text: 'The directory answered with forbidden for {}.' },
  650053: { error: 'invalid_client', text: 'The application asked for a scope that the resource {} does not have.' },
  50105: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'The signed-in user is not assigned to a role of {}.',
  },
  50058: { error: 'login_required', text: 'A silent sign-in was asked for, and nobody is signed in.' },
  50020: { error: 'invalid_grant', text: 'The account does not exist in the tenant {}.' },
  // The assertion or grant is no good (any more).
  50013: { error: 'invalid_grant', text: 'The assertion failed signature validation: {}.' },
  50027: { error: 'invalid_grant', text: 'The assertion is not a well-formed JWT.' },
  500131: { error: 'invalid_grant', text: 'The audience of the assertion is not the application presenting it: {}.' },
  500133: { error: 'invalid_grant', text: 'The assertion is not within its valid time range.' },
  50133: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: 'The session is not valid: the password has expired or was changed.',
  },
  50173: { error: 'invalid_grant', suberror: 'bad_token', text: 'The grant was revoked: sign in anew.' },
  54005: { error: 'invalid_grant', text: 'The authorization code was already redeemed.' },
  500112: { error: 'invalid_grant', text: 'The redirect URI is not the one the code was asked for: {}.' },
  501481: { error: 'invalid_grant', text: 'The code_verifier does not match the code_challenge.' },
  70000: { error: 'invalid_grant', text: 'The grant is not valid: {}.' },
  70008: { error: 'invalid_grant', suberror: 'bad_token', text: 'The code or refresh token has expired.' },
  70016: { error: 'authorization_pending', text: 'The person has not signed in yet: ask again later.' },
  70017: { error: 'authorization_declined', text: 'The person declined to sign in.' },
  70018: { error: 'bad_verification_code', text: 'The code is not known, is used or has expired: start again.' },
  70019: { error: 'expired_token', text: 'The device code has expired: start again.' },
  70043: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: 'The refresh token has expired by the sign-in frequency policy.',
  },
  700082: { error: 'invalid_grant', suberror: 'bad_token', text: 'The refresh token has expired by inactivity.' },
  // The request is wrong.
  28000: { error: 'invalid_scope', text: 'The scope parameter names more than one resource: {}.' },
  28002: { error: 'invalid_scope', text: 'The scope parameter has a value that is not valid: {}.' },
  50001: { error: 'invalid_resource', text: 'The resource {} is disabled or does not exist.' },
  50011: { error: 'invalid_request', text: 'The redirect URI {} is not registered for the application.' },
  50059: {
    error: 'invalid_request',
    text: 'The request does not say which tenant it is for: name the tenant in the path.',
  },
  500011: { error: 'invalid_resource', text: 'The resource principal {} was not found in the tenant.' },
  650057: { error: 'invalid_resource', text: 'The client lists no permission for the resource {}.' },
  70003: { error: 'unsupported_grant_type', text: 'The grant type {} is not supported.' },
  70011: { error: 'invalid_scope', text: 'The scope {} is not valid.' },
  700022: { error: 'invalid_scope', text: 'Scopes of more than one resource were asked for: {}.' },
  700054: { error: 'unsupported_response_type', text: 'The response type {} is not enabled for the application.' },
  7000114: { error: 'unauthorized_client', text: 'The application is not allowed to make On-Behalf-Of calls: {}.' },
  7000112: { error: 'unauthorized_client', text: 'The application {} is disabled.' },
  700016: { error: 'unauthorized_client', text: 'The application {} was not found in the tenant.' },
  900144: { error: 'invalid_request', text: 'The request must contain the parameter {}.' },
  90002: { error: 'invalid_request', text: 'The tenant {} was not found.' },
  9002313: { error: 'invalid_request', text: 'The request is malformed: {}.' },
  901002: { error: 'invalid_target', text: 'The parameter resource is not supported: name the resource in the scope.' },
  9010010: {
    error: 'invalid_target',
    text: 'The resource parameter {} does not match the resource of the requested scopes.',
  },
  90009: {
    error: 'invalid_request',
    text: 'Application {} requests a token for itself: name the resource by its GUID-based app identifier.',
  },
  // The client could not prove itself.
  70002: { error: 'invalid_client', status: 401, text: 'The client credentials are not valid.' },
  7000215: {
    error: 'invalid_client',
    status: 401,
    text: 'The client secret of {} is not valid: send the value of the secret, not its id.',
  },
  7000218: {
    error: 'invalid_client',
    status: 401,
    text: 'The request must contain client_assertion or client_secret.',
  },
  7000222: { error: 'invalid_client', status: 401, text: 'The client secret of {} has expired.' },
  700025: {
    error: 'invalid_client',
    status: 401,
    text: 'The client {} is public: it presents neither client_assertion nor client_secret.',
  },
  700027: { error: 'invalid_client', status: 401, text: 'The client assertion failed validation: {}.' },
  70021: {
    error: 'invalid_client',
    status: 401,
    text: 'No federated identity credential of the application matches the assertion: {}.',
  },
  700213: {
    error: 'invalid_request',
    text: 'No federated identity credential matches the subject of the assertion: {}.',
  },
  // Entra itself.
  50196: { error: 'invalid_grant', text: 'A loop was detected: the same request came too often.' },
  50033: { error: 'temporarily_unavailable', status: 503, text: 'A transient error happened: try again.' },
  90006: { error: 'temporarily_unavailable', status: 503, text: 'An external server is retryable: try again.' },
  90024: { error: 'temporarily_unavailable', status: 503, text: 'The request budget was exceeded: try again.' },
  90033: { error: 'temporarily_unavailable', status: 503, text: 'The service is temporarily unavailable: try again.' },
  90055: { error: 'temporarily_unavailable', status: 429, text: 'There are too many requests: try again later.' },
} satisfies Readonly<Record<number, AadstsRow>>;

export type AadstsNumber = keyof typeof AADSTS;
