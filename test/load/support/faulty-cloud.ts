import { randomUUID } from 'node:crypto';
import { readText } from '../../auth/support/https-server.js';
import { API, FOUNDRY, TENANT } from '../../auth/support/ids.js';
import { newKey, signedBy } from '../../auth/support/jwt.js';
import { FaultyService, sendJson } from './faulty-service.js';

const KEY = newKey('first');

/** The services that a call needs, each on a port of its own, so that each can fail by itself. */
export interface FaultyCloud {
  readonly discovery: FaultyService;
  readonly keys: FaultyService;
  readonly token: FaultyService;
  readonly graph: FaultyService;
}

export async function startFaultyCloud(): Promise<FaultyCloud & { readonly close: () => Promise<void> }> {
  const keys = await new FaultyService((_request, response) => {
    sendJson(response, { keys: [{ ...KEY.publicKey.export({ format: 'jwk' }), kid: KEY.kid, use: 'sig' }] });
  }).start();
  const token = await new FaultyService(async (request, response) => {
    const assertion = new URLSearchParams(await readText(request)).get('assertion');
    sendJson(response, { token_type: 'Bearer', expires_in: 3600, access_token: `graph token for ${assertion}` });
  }).start();
  const graph = await new FaultyService((_request, response) => {
    sendJson(response, { value: [{ id: 'AAMkCalendar=', name: 'Calendar', isDefaultCalendar: true, canEdit: true }] });
  }).start();
  const discovery: FaultyService = await new FaultyService((_request, response) => {
    sendJson(response, discoveryOf(discovery.origin, keys.origin, token.origin));
  }).start();
  const services = { discovery, keys, token, graph };
  const close = async () => void (await Promise.all(Object.values(services).map((service) => service.close())));
  return { ...services, close };
}

function discoveryOf(entra: string, keys: string, token: string): object {
  return {
    issuer: `${entra}/${TENANT}/v2.0`,
    jwks_uri: `${keys}/keys`,
    authorization_endpoint: `${entra}/authorize`,
    token_endpoint: `${token}/token`,
  };
}

/** A token of somebody who has never called before. */
export function tokenOfSomebody(entra: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return signedBy(KEY, {
    aud: API,
    iss: `${entra}/${TENANT}/v2.0`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3600,
    azp: FOUNDRY,
    name: 'Somebody',
    oid: randomUUID(),
    scp: 'User.Read Calendars.Read',
    tid: TENANT,
    ver: '2.0',
  });
}
