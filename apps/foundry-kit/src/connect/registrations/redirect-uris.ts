import type { ManagementApi } from '../api/management-api.js';
import type { ChangeReport } from '../change-report.js';
import type { RegisteredApplication } from './application.js';

/** Entra sends people back to Foundry only where the OAuth client says so. */
export async function addRedirectUri(
  graph: ManagementApi,
  report: ChangeReport,
  client: RegisteredApplication,
  uri: string,
): Promise<void> {
  const { displayName, web } = client;
  if (web.redirectUris.includes(uri))
    return report.unchanged(`Redirect URI of the connection is registered at "${displayName}"`);
  const change = () => write(graph, client, [...web.redirectUris, uri]);
  await report.change(`Redirect URI ${uri} is registered at "${displayName}"`, change, undefined);
}

/** The client without the redirect URI of a connection that is about to go. */
export async function dropRedirectUri(
  graph: ManagementApi,
  report: ChangeReport,
  client: RegisteredApplication,
  uri: string | undefined,
): Promise<RegisteredApplication> {
  const redirectUris = client.web.redirectUris.filter((one) => one !== uri);
  if (redirectUris.length === client.web.redirectUris.length) return client;
  const change = () => write(graph, client, redirectUris);
  await report.change(`Redirect URI ${uri} is removed from "${client.displayName}"`, change, undefined);
  return { ...client, web: { redirectUris } };
}

function write(graph: ManagementApi, { id }: RegisteredApplication, redirectUris: readonly string[]): Promise<unknown> {
  return graph.ask('PATCH', `/applications/${id}`, { body: { web: { redirectUris } }, isNew: true });
}
