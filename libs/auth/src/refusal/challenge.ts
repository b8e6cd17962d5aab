import { requestableScope } from '../scope/requestable-scope.js';
import type { AuthConfig } from '../auth-config.js';
import type { AuthRefusal } from './auth-refusal.js';

/** The `WWW-Authenticate` value of a refusal (RFC 6750 section 3, RFC 9728 section 5.1); none where no token would help. */
export function challenge(
  refusal: AuthRefusal,
  config: AuthConfig,
  catalogScopes: readonly string[],
): string | undefined {
  const { status, error } = refusal.row;
  if (status === 503) return undefined;
  const scopes = refusal.details.scopes ?? catalogScopes;
  return bearerChallenge({
    error,
    error_description: error && refusal.message,
    scope: scopes.map((scope) => requestableScope(config, scope)).join(' '),
    resource_metadata: resourceMetadataUrl(config.resource),
  });
}

/** Where the metadata of a resource is (RFC 9728 section 3.1): the well-known part goes between host and path. */
export function resourceMetadataUrl(resource: string): string {
  const { origin, pathname, search } = new URL(resource);
  const path = pathname === '/' ? '' : pathname;
  return `${origin}/.well-known/oauth-protected-resource${path}${search}`;
}

function bearerChallenge(parameters: Record<string, string | undefined>): string {
  const written = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${quotable(value)}"`],
  );
  return `Bearer ${written.join(', ')}`;
}

/** The characters that RFC 6750 section 3 allows in these values; nothing else can end the quoted string or the header. */
function quotable(value: string): string {
  return value.replace(/"/g, "'").replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');
}
