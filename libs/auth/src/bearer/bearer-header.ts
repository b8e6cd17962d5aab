import type { IncomingMessage } from 'node:http';
import { AuthError } from '../error/auth-error.js';

/** Below what Node takes as headers altogether (16 KB), so that a larger token is told why it is refused. */
const MAX_TOKEN_LENGTH = 15_360;
const KEY_HEADERS = ['x-functions-key', 'api-key', 'x-api-key', 'apikey', 'ocp-apim-subscription-key'] as const;
const CREDENTIALS = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/**
 * The one bearer token of a request, from its Authorization header and nowhere else (RFC 6750 section 2.1).
 * @throws AuthError
 */
export function readBearer(request: IncomingMessage): string {
  if (hasTokenInUrl(request.url)) throw new AuthError('token_in_url');
  // `headers` keeps the first of several Authorization headers and drops the others without a word.
  const [header, ...others] = request.headersDistinct.authorization ?? [];
  if (others.length > 0) throw new AuthError('several_tokens');
  if (header === undefined || header === '') throw withoutToken(request);
  if (header.length > MAX_TOKEN_LENGTH + 'Bearer '.length) throw new AuthError('token_too_large');
  const token = CREDENTIALS.exec(header)?.[1];
  if (token !== undefined) return token;
  throw new AuthError(/^bearer\b/i.test(header) ? 'token_malformed' : 'key_not_accepted');
}

function withoutToken({ headers, url = '' }: IncomingMessage): AuthError {
  const sentKey = KEY_HEADERS.some((name) => headers[name] !== undefined) || /[?&](code|api-key)=/i.test(url);
  return new AuthError(sentKey ? 'key_not_accepted' : 'token_missing');
}

function hasTokenInUrl(url = ''): boolean {
  return /[?&]access_token=/i.test(url);
}
