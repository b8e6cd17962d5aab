import type { Application } from '../../directory/applications.js';
import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import type { GrantRequest } from '../grants/grant-request.js';
import { parseScopes, type RequestedScopes } from './requested-scopes.js';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/$/i;

/**
 * The scopes of a token request.
 *
 * @param known what was asked for before, where the request names no scopes
 * @throws EntraError what parseScopes and assertResource throw
 */
export function scopesOf(request: GrantRequest, known?: RequestedScopes): RequestedScopes {
  const { state, scope, resource, authenticated } = request;
  const scopes = scope === undefined && known ? known : parseScopes(scope, state.directory);
  return assertResource(state, authenticated.client, scopes, resource);
}

/**
 * A client gets a token for itself only by its GUID; a `resource` has to be the one whose scopes are asked for.
 *
 * @throws EntraError 90009, 901002, 9010010
 */
export function assertResource(
  { directory, switches }: TenantState,
  client: Application,
  scopes: RequestedScopes,
  resource: string | undefined,
): RequestedScopes {
  if (scopes.resource.clientId === client.clientId && !GUID.test(scopes.prefix))
    throw new EntraError(90009, { about: client.displayName });
  if (resource === undefined) return scopes;
  if (switches.values.resourceParameter === 'refused') throw new EntraError(901002);
  if (directory.resource(resource.replace(/\/$/, ''))?.key !== scopes.resource.key)
    throw new EntraError(9010010, { about: resource });
  return scopes;
}
