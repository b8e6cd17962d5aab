import type { ConnectionBody } from '../../plan/connection.js';
import { ConnectError } from '../connect-error.js';
import type { RegisteredApplication } from '../registrations/application.js';
import type { SecretWish } from './client-secret.js';
import { differences } from './differences.js';
import type { ExistingConnection, ProjectConnections } from './project-connections.js';

export interface ConnectionWish {
  readonly name: string;
  readonly body: ConnectionBody;
  readonly client: RegisteredApplication;
  readonly secret: SecretWish;
  /** Delete one that cannot stay, and make it anew. */
  readonly replace: boolean;
  readonly now: Date;
}

/** What is there under the name, and why it cannot stay. */
export interface Standing {
  readonly existing?: ExistingConnection;
  readonly problems: readonly string[];
}

const RENEW_BEFORE_MS = 30 * 86_400_000;

/**
 * Looks at the connection of the name; changes nothing.
 * @throws ConnectError for one that cannot stay and is not to be replaced
 */
export async function standingOf(connections: ProjectConnections, wish: ConnectionWish): Promise<Standing> {
  const { name, replace } = wish;
  const existing = await connections.find(name);
  const problems = existing ? problemsOf(existing, wish) : [];
  if (problems.length === 0 || replace) return { existing, problems };
  throw new ConnectError(
    `Connection "${name}" is there and cannot stay as it is:\n${problems.map((text) => `  - ${text}`).join('\n')}\nA connection cannot be changed into another. Choose another name (--connection <name>), or have it deleted and made anew (--replace): everybody then consents once more.`,
  );
}

function problemsOf(existing: ExistingConnection, wish: ConnectionWish): readonly string[] {
  const { body, client, secret } = wish;
  const found = [...differences(existing, body), ...endingSecret(wish)];
  if (found.length > 0 || isOf(client, existing, secret)) return found;
  return [
    `nothing shows that it is of the client ${client.appId}: its redirect URI ${existing.properties.redirectUrl ?? ''} is not registered there`,
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
