import { AuthError, type ForwardedTokens } from '@app/auth';
import { DomainError, type ErrorCode } from '@app/domain';
import type { Response } from 'express';
import { ERROR_RESPONSES } from '../errors/error-responses.js';
import { OAuthError, type OAuthErrorCode } from './oauth-error.js';

const STATUS: Readonly<Partial<Record<OAuthErrorCode, number>>> = {
  invalid_client: 401,
  server_error: 500,
  temporarily_unavailable: 503,
};

/** RFC 6749 section 5.1. */
export function sendTokens(
  response: Response,
  { accessToken, expiresIn }: ForwardedTokens,
  scope: string,
  refreshToken: string | undefined,
): void {
  const body = { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn, scope };
  uncached(response).json(refreshToken === undefined ? body : { ...body, refresh_token: refreshToken });
}

/** RFC 6749 section 5.2. */
export function sendOAuthError(response: Response, { code, description, retryAfter }: OAuthError): void {
  if (code === 'invalid_client') response.set('WWW-Authenticate', 'Basic realm="Behalf"');
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  uncached(response)
    .status(STATUS[code] ?? 400)
    .json({ error: code, error_description: description });
}

/** A new sign-in can fix these, or the person has to do something at it. */
const OF_THE_GRANT: readonly ErrorCode[] = [
  ...(['invalid_token', 'interaction_required', 'consent_required'] as const),
  ...(['admin_consent_required', 'access_blocked'] as const),
];
const PASSING: readonly ErrorCode[] = ['temporarily_unavailable', 'throttled', 'timeout'];

/** What a refusal of Entra, or of the token that it gave, is to a client. A bug is told with nothing of its message. */
export function toOAuthError(error: unknown): OAuthError {
  if (error instanceof OAuthError) return error;
  if (error instanceof AuthError) return ofToken(error);
  if (!(error instanceof DomainError)) return new OAuthError('server_error', 'Something went wrong in the server.');
  const { code, message, details } = error;
  if (OF_THE_GRANT.includes(code)) return new OAuthError('invalid_grant', message);
  if (PASSING.includes(code)) return new OAuthError('temporarily_unavailable', message, details.retryAfter ?? 5);
  return new OAuthError('server_error', message);
}

function ofToken({ reason, details }: AuthError): OAuthError {
  const isPassing = reason === 'keys_unavailable';
  const { message } = ERROR_RESPONSES[reason];
  return new OAuthError(isPassing ? 'temporarily_unavailable' : 'invalid_grant', message, details.retryAfter);
}

function uncached(response: Response): Response {
  return response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
}
