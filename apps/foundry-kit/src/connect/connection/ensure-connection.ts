import type { ConnectionBody } from '../../plan/connection.js';
import type { ManagementApi } from '../api/management-api.js';
import { ConnectError } from '../connect-error.js';
import type { Ledger } from '../ledger.js';
import type { RegisteredApplication } from '../registrations/application.js';
import { clientSecret, type SecretWish } from './client-secret.js';
import { differences } from './differences.js';
import type { ExistingConnection, ProjectConnections } from './project-connections.js';

export interface ConnectionWish {
  readonly name: string;
  readonly body: ConnectionBody;
  readonly client: RegisteredApplication;
  readonly secret: SecretWish;
  /** Delete one that differs, and make it anew. */
  readonly replace: boolean;
  readonly now: Date;
}

/** Redirect URIs of the OAuth client: what Foundry made for the connection, and what it made for the one replaced. */
export interface RedirectUris {
  readonly current: string;
  readonly former?: string;
}

const RENEW_BEFORE_MS = 30 * 86_400_000;

interface Parts {
  readonly graph: ManagementApi;
  readonly ledger: Ledger;
  readonly connections: ProjectConnections;
}

/** The connection that the plan wants: there, made, or made anew where that is wished. */
export async function ensureConnection(parts: Parts, wish: ConnectionWish): Promise<RedirectUris> {
  const { ledger, connections } = parts;
  const { name } = wish;
  const now = await connections.find(name);
  const problems = now ? problemsOf(now, wish) : [];
  if (now && problems.length === 0) {
    ledger.unchanged(`Connection "${name}" is there`);
    return { current: redirectUrlOf(now, name) };
  }
  if (now) await removeOld(parts, wish, problems);
  const clientSecretOf = await clientSecret(parts.graph, ledger, wish.client, wish.secret);
  const made = await ledger.change(
    `Connection "${name}" is made`,
    () => connections.put(name, withSecret(wish.body, clientSecretOf)),
    { properties: { redirectUrl: '<redirect-url>' } },
  );
  return { current: await redirectUrl(parts, made, name), former: now?.properties.redirectUrl };
}

/** Foundry keeps what a connection was made with, whatever is written into it later. */
async function removeOld(
  { ledger, connections }: Parts,
  { name, replace }: ConnectionWish,
  problems: readonly string[],
) {
  if (!replace) {
    throw new ConnectError(
      `Connection "${name}" is there and cannot stay as it is:\n${problems.map((text) => `  - ${text}`).join('\n')}\nA connection cannot be changed into another. Choose another name (--connection <name>), or have it deleted and made anew (--replace): everybody then consents once more.`,
    );
  }
  await ledger.change(
    `Connection "${name}" is deleted: ${problems.join('; ')}`,
    () => connections.remove(name),
    undefined,
  );
}

function problemsOf(now: ExistingConnection, wish: ConnectionWish): readonly string[] {
  const { body, client, secret } = wish;
  const found = [...differences(now, body), ...endingSecret(wish)];
  if (found.length > 0 || isOf(client, now, secret)) return found;
  return [
    `nothing shows that it is of the client ${client.appId}: its redirect URI ${now.properties.redirectUrl ?? ''} is not registered there`,
  ];
}

/** With its secret a connection ends, for everybody at once. */
function endingSecret({ client, secret: { label }, now }: ConnectionWish): readonly string[] {
  const ends = client.passwordCredentials.find(({ displayName }) => displayName === label)?.endDateTime;
  if (!ends || Date.parse(ends) - now.getTime() > RENEW_BEFORE_MS) return [];
  return [`its client secret ends on ${ends.slice(0, 10)}`];
}

/** Foundry does not show a connection's client; the redirect URI or the secret at the client do. */
function isOf(client: RegisteredApplication, { properties }: ExistingConnection, { label }: SecretWish): boolean {
  return (
    client.web.redirectUris.some((uri) => uri === properties.redirectUrl) ||
    client.passwordCredentials.some(({ displayName }) => displayName === label)
  );
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
