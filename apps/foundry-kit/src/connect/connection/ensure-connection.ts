import type { ConnectionBody } from '../../plan/connection.js';
import type { ManagementApi } from '../api/management-api.js';
import { ConnectError } from '../connect-error.js';
import type { Ledger } from '../ledger.js';
import type { RegisteredApplication } from '../registrations/application.js';
import { addRedirectUri, dropRedirectUri } from '../registrations/redirect-uris.js';
import { clientSecret } from './client-secret.js';
import type { ExistingConnection, ProjectConnections } from './project-connections.js';
import { type ConnectionWish, standingOf } from './standing.js';

interface Parts {
  readonly graph: ManagementApi;
  readonly ledger: Ledger;
  readonly connections: ProjectConnections;
}

/** The connection that the plan wants, with its redirect URI at the client: there, made, or made anew where that is wished. */
export async function ensureConnection(parts: Parts, wish: ConnectionWish): Promise<void> {
  const { graph, ledger, connections } = parts;
  const { name, client } = wish;
  const { existing, problems } = await standingOf(connections, wish);
  if (existing && problems.length === 0) {
    ledger.unchanged(`Connection "${name}" is there`);
    return addRedirectUri(graph, ledger, client, redirectUrlOf(existing, name));
  }
  const left = existing ? await remove(parts, wish, existing, problems) : client;
  const secret = await clientSecret(graph, ledger, left, wish.secret);
  const made = await ledger.change(
    `Connection "${name}" is made`,
    () => connections.put(name, withSecret(wish.body, secret)),
    { properties: { redirectUrl: '<redirect-url>' } },
  );
  await addRedirectUri(graph, ledger, left, await redirectUrl(parts, made, name));
}

/** Its redirect URI goes first: once the connection is gone, nobody knows it any more. */
async function remove(
  { graph, ledger, connections }: Parts,
  { name, client }: ConnectionWish,
  { properties }: ExistingConnection,
  problems: readonly string[],
): Promise<RegisteredApplication> {
  const left = await dropRedirectUri(graph, ledger, client, properties.redirectUrl);
  const because = problems.join('; ');
  await ledger.change(`Connection "${name}" is deleted: ${because}`, () => connections.remove(name), undefined);
  return left;
}

/** The answer to a PUT may come before Foundry has made the URL. */
async function redirectUrl({ connections }: Parts, made: ExistingConnection, name: string): Promise<string> {
  if (made.properties.redirectUrl) return made.properties.redirectUrl;
  return redirectUrlOf(await connections.find(name), name);
}

function redirectUrlOf(connection: ExistingConnection | undefined, name: string): string {
  const { redirectUrl: url } = connection?.properties ?? {};
  if (url) return url;
  throw new ConnectError(
    `Connection "${name}" has no redirect URL yet.\nRun this again in a minute; if it stays, delete the connection and run this again.`,
  );
}

function withSecret({ properties }: ConnectionBody, secret: string): ConnectionBody {
  return { properties: { ...properties, credentials: { ...properties.credentials, clientSecret: secret } } };
}
