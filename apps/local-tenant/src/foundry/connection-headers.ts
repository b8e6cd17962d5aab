import { mintToken } from '../entra/mint.js';
import type { TenantState } from '../tenant-state.js';
import type { FoundryCaller } from './caller.js';
import type { Connection } from './connection.js';
import { FoundryError } from './foundry-error.js';
import { isOAuth2, type UserConsents } from './user-consents.js';

type Headers = Readonly<Record<string, string>>;

/** What a connection sends to the MCP server; undefined when the caller has to consent first. */
export async function connectionHeaders(
  state: TenantState,
  consents: UserConsents,
  connection: Connection,
  caller: FoundryCaller,
): Promise<Headers | undefined> {
  if (isOAuth2(connection)) {
    const token = await consents.token(connection, caller);
    return token === undefined ? undefined : bearer(token);
  }
  const { properties } = connection;
  if (properties.authType === 'CustomKeys') return properties.credentials.keys;
  if (!('audience' in properties)) return {};
  const { audience, authType } = properties;
  if (authType === 'AgenticIdentityToken')
    return bearer(mintToken(state, { client: 'agent', appOnly: true, audience }));
  if (authType === 'ProjectManagedIdentity')
    return bearer(mintToken(state, { client: 'project-mi', appOnly: true, audience }));
  if (caller.isApp)
    throw new FoundryError(400, 'UserTokenRequired', 'Call Foundry as a user: UserEntraToken needs one.');
  return bearer(mintToken(state, { user: caller.objectId, audience }));
}

function bearer(token: string): Headers {
  return { Authorization: `Bearer ${token}` };
}
