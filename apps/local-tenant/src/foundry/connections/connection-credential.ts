import { mintToken } from '../../entra/mint.js';
import type { TenantState } from '../../tenant-state.js';
import type { McpTool } from '../agents/mcp-tool.js';
import type { FoundryCaller } from '../caller.js';
import type { UserConsents } from '../consent/user-consents.js';
import { FoundryError } from '../foundry-error.js';
import { describeToken, type TokenWords } from '../trace/token-words.js';
import { isOAuth2, type Connection } from './connection.js';

/** What a connection sends to the MCP server, with the words that a trace may show of it. */
export interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  readonly words: TokenWords;
  readonly isRefreshed?: boolean;
}

const NO_CREDENTIAL: Credential = { headers: {}, words: { text: 'Nothing is sent: no authentication.' } };

/** The credential of a connection, or what the caller has to decide, or has decided, before there is one. */
export async function credentialOf(
  state: TenantState,
  consents: UserConsents,
  connection: Connection,
  caller: FoundryCaller,
): Promise<Credential | 'consent_needed' | 'declined'> {
  if (isOAuth2(connection)) {
    const storedTokens = await consents.storedTokens(connection, caller);
    if (typeof storedTokens === 'string') return storedTokens;
    return { ...bearer(state, storedTokens.token), isRefreshed: storedTokens.isRefreshed };
  }
  const { properties } = connection;
  if (properties.authType === 'CustomKeys') return keys(properties.credentials.keys);
  if (!('audience' in properties)) return NO_CREDENTIAL;
  return bearer(state, identityToken(state, properties, caller));
}

/** What a tool without a connection brings along itself. */
export function credentialIn(state: TenantState, { headers, authorization }: McpTool): Credential {
  const { authorization: own = '', ...others } = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const token = authorization ?? /^Bearer +(\S+)$/i.exec(own)?.[1];
  if (token === undefined) return headers ? keys(headers) : NO_CREDENTIAL;
  const sent = bearer(state, token);
  return { ...sent, headers: { ...others, ...sent.headers } };
}

function identityToken(
  state: TenantState,
  { authType, audience }: { readonly authType: string; readonly audience: string },
  caller: FoundryCaller,
): string {
  if (authType === 'AgenticIdentityToken') return mintToken(state, { client: 'agent', appOnly: true, audience });
  if (authType === 'ProjectManagedIdentity') return mintToken(state, { client: 'project-mi', appOnly: true, audience });
  if (caller.isApp)
    throw new FoundryError(400, 'UserTokenRequired', 'Call Foundry as a user: a UserEntraToken connection needs one.');
  return mintToken(state, { user: caller.objectId, client: 'agent', audience });
}

function bearer(state: TenantState, token: string): Credential {
  return { headers: { Authorization: `Bearer ${token}` }, words: describeToken(state, token) };
}

function keys(headers: Readonly<Record<string, string>>): Credential {
  const names = Object.keys(headers);
  return { headers, words: { text: `A fixed key is sent, the same for everybody (${names.join(', ')}).` } };
}
