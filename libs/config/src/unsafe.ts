import { CLOUDS, GRAPH_APP_ID } from './clouds.js';
import { list } from './schema-types.js';
import type { SetVariables } from './variables.js';

/** Settings that would start, and would let in or send out what they must not. */
export function validateSafety(given: SetVariables): readonly string[] {
  return [...validateTls(given), ...validateAudiences(given)];
}

function validateTls({ NODE_TLS_REJECT_UNAUTHORIZED: reject }: SetVariables): readonly string[] {
  if (reject !== '0') return [];
  return [
    'NODE_TLS_REJECT_UNAUTHORIZED is wrong: with 0 anybody can pose as Entra and Graph, leave it out and name the certificate authority with NODE_EXTRA_CA_CERTS',
  ];
}

/** A token for Graph was given to somebody else for Graph: who accepts it lets every application of the tenant in. */
function validateAudiences(given: SetVariables): readonly string[] {
  if (given.TOKEN_MODE === 'passthrough') return [];
  const { ENTRA_CLIENT_ID = '', ENTRA_APP_ID_URI = '', ENTRA_AUDIENCES = '' } = given;
  const values = { ENTRA_CLIENT_ID: [ENTRA_CLIENT_ID], ENTRA_APP_ID_URI: [ENTRA_APP_ID_URI] };
  return Object.entries({ ...values, ENTRA_AUDIENCES: list.parse(ENTRA_AUDIENCES) })
    .filter(([, audiences]) => audiences.some((audience) => isGraph(audience, given)))
    .map(([name]) => `${name} is wrong: Microsoft Graph is not an audience of this server, ${instead(name)}`);
}

function isGraph(audience: string, { GRAPH_ORIGIN }: SetVariables): boolean {
  const plain = audience.toLowerCase().replace(/^(api|spn):(\/\/)?/, '');
  const name = plain.replace(/\/$/, '');
  const origins = [...Object.values(CLOUDS).map(({ graph }) => graph as string), GRAPH_ORIGIN];
  return name === GRAPH_APP_ID || origins.includes(name);
}

function instead(name: string): string {
  return name === 'ENTRA_CLIENT_ID'
    ? 'write the application id of the registration of Behalf'
    : 'write the Application ID URI of the registration of Behalf, as in api://<ENTRA_CLIENT_ID>';
}
