import type { Environment } from './environment.js';
import type { RegisteredClient } from './front-variables.js';
import { list } from './schema-types.js';
import type { SetVariables } from './variables.js';

/** The authorization front: an authorization server for MCP clients that Entra does not know. */
export interface FrontConfig {
  /** Its issuer identifier (RFC 8414 section 2): the origin of PUBLIC_URL. */
  readonly issuer: string;
  readonly clients: readonly RegisteredClient[];
  /** Hosts, with a port where it is not 443, whose client-id metadata documents are taken; `*`: those of any host. */
  readonly clientHosts: readonly string[];
}

export function frontConfig(env: Environment): FrontConfig | undefined {
  if (!env.AUTHORIZATION_FRONT) return undefined;
  const { FRONT_CLIENTS: clients, FRONT_CLIENT_HOSTS: clientHosts } = env;
  return { issuer: new URL(env.PUBLIC_URL).origin, clients, clientHosts };
}

/** What no single variable can know: whether anybody could sign in through the front, and whether anybody should. */
export function validateFront(given: SetVariables): readonly string[] {
  const { AUTHORIZATION_FRONT: front = 'false' } = given;
  if (front !== 'true') return front === 'false' ? validateWithoutFront(given) : [];
  if (given.TOKEN_MODE === 'passthrough') return [NO_APPLICATION];
  const isProduction = given.NODE_ENV === 'production';
  const hosts = given.FRONT_CLIENT_HOSTS ?? '';
  return [
    ...(given.FRONT_CLIENTS === undefined && hosts === '' ? [NO_CLIENTS] : []),
    // Where people approve too, the approvals ask for the key.
    ...(isProduction && given.APPROVALS === 'off' && (given.SEALING_KEY ?? given.CURSOR_KEY) === undefined
      ? [NO_KEY]
      : []),
    ...(isProduction && hosts.includes('localhost') ? [LOCAL_HOST] : []),
  ];
}

/** Tokens of sign-ins at this server itself, as those to approve, are no tokens to call with. */
function validateWithoutFront(given: SetVariables): readonly string[] {
  const unused = ['FRONT_CLIENTS', 'FRONT_CLIENT_HOSTS'].filter((name) => given[name] !== undefined);
  const { ENTRA_CLIENT_ID: own = '', ENTRA_ALLOWED_CLIENT_IDS: allowed = '' } = given;
  const isOwnAllowed = own !== '' && list.parse(allowed.toLowerCase()).includes(own.toLowerCase());
  return [
    ...unused.map(
      (name) => `${name} is wrong: it is used with AUTHORIZATION_FRONT=true only, set that or leave it out`,
    ),
    ...(isOwnAllowed && given.TOKEN_MODE !== 'passthrough' ? [OWN_CLIENT] : []),
  ];
}

const NO_APPLICATION =
  'AUTHORIZATION_FRONT is wrong: with TOKEN_MODE=passthrough this server is not an application at Entra, write false';
const NO_CLIENTS =
  'FRONT_CLIENTS is missing: name the clients that may sign people in, as in vscode:http://127.0.0.1:33418/, or hosts of client-id metadata documents in FRONT_CLIENT_HOSTS';
const NO_KEY =
  'SEALING_KEY is missing: set it to 32 random characters or more, the same on every replica and after every deployment, or set AUTHORIZATION_FRONT=false';
const LOCAL_HOST = 'FRONT_CLIENT_HOSTS is wrong: localhost is refused when NODE_ENV=production';
const OWN_CLIENT =
  'ENTRA_ALLOWED_CLIENT_IDS is wrong: ENTRA_CLIENT_ID is this server itself, leave it out; AUTHORIZATION_FRONT=true lets clients sign people in through it';
