import { OAuthError } from './oauth-error.js';

/** The parameters of a request by name. */
export type Parameters = ReadonlyMap<string, string>;

/** In a URL. */
const MAX_LENGTH = 4_000;
/** In a form: codes and refresh tokens of Entra, sealed. */
export const MAX_FORM_LENGTH = 16_000;

/**
 * The parameters of a query or of a form. An empty one counts as left out, and none may come twice (RFC 6749 section 3.1).
 * @throws OAuthError `invalid_request`
 */
export function readParameters(encoded: string, maxLength = MAX_LENGTH): Parameters {
  const found = new Map<string, string>();
  const names = new Set<string>();
  for (const [name, value] of new URLSearchParams(encoded)) {
    if (names.has(name)) throw new OAuthError('invalid_request', 'A parameter came twice.');
    if (name.length + value.length > maxLength) throw new OAuthError('invalid_request', 'A parameter is too long.');
    names.add(name);
    if (value !== '') found.set(name, value);
  }
  return found;
}
