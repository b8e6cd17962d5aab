import type { ConnectionBody } from '../../plan/connection.js';
import type { ManagementApi } from '../api/management-api.js';
import { ConnectError } from '../connect-error.js';
import type { ChangeReport } from '../change-report.js';
import type { RegisteredApplication } from '../registrations/application.js';
import { addRedirectUri, dropRedirectUri } from '../registrations/redirect-uris.js';
import { clientSecret } from './client-secret.js';
import type { ExistingConnection, ProjectConnections } from './project-connections.js';
import { type DesiredConnection, findExistingConnection } from './existing-connection.js';

interface Parts {
  readonly graph: ManagementApi;
  readonly report: ChangeReport;
  readonly connections: ProjectConnections;
}

/** The connection that the plan wants, with its redirect URI at the client: there, made, or made anew where that is wished. */
export async function ensureConnection(parts: Parts, desired: DesiredConnection): Promise<void> {
  const { graph, report, connections } = parts;
  const { name, client } = desired;
  const { existing, problems } = await findExistingConnection(connections, desired);
  if (existing && problems.length === 0) {
    report.unchanged(`Connection "${name}" is there`);
    return addRedirectUri(graph, report, client, redirectUrlOf(existing, name));
  }
  const left = existing ? await remove(parts, desired, existing, problems) : client;
  const secret = await clientSecret(graph, report, left, desired.secret);
  const made = await report.change(
    `Connection "${name}" is made`,
    () => connections.put(name, withSecret(desired.body, secret)),
    { properties: { redirectUrl: '<redirect-url>' } },
  );
  await addRedirectUri(graph, report, left, await redirectUrl(parts, made, name));
}

/** Its redirect URI goes first: once the connection is gone, nobody knows it any more. */
async function remove(
  { graph, report, connections }: Parts,
  { name, client }: DesiredConnection,
  { properties }: ExistingConnection,
  problems: readonly string[],
): Promise<RegisteredApplication> {
  const left = await dropRedirectUri(graph, report, client, properties.redirectUrl);
  const because = problems.join('; ');
  await report.change(`Connection "${name}" is deleted: ${because}`, () => connections.remove(name), undefined);
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
