import type { RedirectUris } from '../connection/ensure-connection.js';
import type { ManagementApi } from '../api/management-api.js';
import type { Ledger } from '../ledger.js';
import type { RegisteredApplication } from './application.js';

/** Entra sends people back to Foundry only where the OAuth client says so; the URI of a replaced connection goes. */
export async function ensureRedirectUri(
  graph: ManagementApi,
  ledger: Ledger,
  { id, displayName, web }: RegisteredApplication,
  { current, former }: RedirectUris,
): Promise<void> {
  const redirectUris = [...new Set([...web.redirectUris.filter((uri) => uri !== former), current])];
  const isThere = redirectUris.length === web.redirectUris.length && web.redirectUris.includes(current);
  if (isThere) return ledger.unchanged(`Redirect URI of the connection is registered at "${displayName}"`);
  const change = () => graph.ask('PATCH', `/applications/${id}`, { body: { web: { redirectUris } }, isNew: true });
  await ledger.change(`Redirect URI ${current} is registered at "${displayName}"`, change, undefined);
}
