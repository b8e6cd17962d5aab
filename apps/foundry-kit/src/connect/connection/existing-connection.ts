import type { ConnectionBody } from '../../plan/connection.js';
import { ConnectError } from '../connect-error.js';
import type { RegisteredApplication } from '../registrations/application.js';
import type { DesiredSecret } from './client-secret.js';
import { differences } from './differences.js';
import type { ExistingConnection, ProjectConnections } from './project-connections.js';

export interface DesiredConnection {
  readonly name: string;
  readonly body: ConnectionBody;
  readonly client: RegisteredApplication;
  readonly secret: DesiredSecret;
  /** Delete one that cannot stay, and make it anew. */
  readonly replace: boolean;
  readonly now: Date;
}

/** What is there under the name, and why it cannot stay. */
export interface ConnectionState {
  readonly existing?: ExistingConnection;
  readonly problems: readonly string[];
}

const RENEW_BEFORE_MS = 30 * 86_400_000;

/**
 * Looks at the connection of the name; changes nothing.
 * @throws ConnectError for one that cannot stay and is not to be replaced
 */
export async function findExistingConnection(
  connections: ProjectConnections,
  desired: DesiredConnection,
): Promise<ConnectionState> {
  const { name, replace } = desired;
  const existing = await connections.find(name);
  const problems = existing ? problemsOf(existing, desired) : [];
  if (problems.length === 0 || replace) return { existing, problems };
  throw new ConnectError(
    `Connection "${name}" already exists and differs:\n${problems.map((text) => `  - ${text}`).join('\n')}\nA connection cannot be changed into another. Choose another name (--connection <name>), or have it deleted and made anew (--replace): everybody then consents once more.`,
  );
}

function problemsOf(existing: ExistingConnection, desired: DesiredConnection): readonly string[] {
  const { body, client, secret } = desired;
  const found = [...differences(existing, body), ...endingSecret(desired)];
  if (found.length > 0 || isOf(client, existing, secret)) return found;
  return [
    `nothing shows that it is of the client ${client.appId}: its redirect URI ${existing.properties.redirectUrl ?? ''} is not registered there`,
  ];
}

/** With its secret a connection ends, for everybody at once. */
function endingSecret({ client, secret: { label }, now }: DesiredConnection): readonly string[] {
  const ends = client.passwordCredentials.find(({ displayName }) => displayName === label)?.endDateTime;
  if (!ends || Date.parse(ends) - now.getTime() > RENEW_BEFORE_MS) return [];
  return [`its client secret ends on ${ends.slice(0, 10)}`];
}

/** Foundry does not show a connection's client; the redirect URI or the secret at the client do. */
function isOf(client: RegisteredApplication, { properties }: ExistingConnection, { label }: DesiredSecret): boolean {
  return (
    client.web.redirectUris.some((uri) => uri === properties.redirectUrl) ||
    client.passwordCredentials.some(({ displayName }) => displayName === label)
  );
}
