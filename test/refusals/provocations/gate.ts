import type { GATE_ROWS } from '../../../apps/mcp-api/src/refusals/rows/gate.rows.js';
import { postBytes, sendBytes } from '../../attack/support/wire.js';
import { send } from '../../support/mcp.js';
import type { Provocation } from '../support/provocation.js';
import type { Scene } from '../support/scene.js';

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
const PASSTHROUGH = { TOKEN_MODE: 'passthrough' };
const inFourMinutes = () => Math.floor(Date.now() / 1000) + 240;

export const GATE_PROVOCATIONS = {
  token_missing: { by: (scene) => scene.post({ body: LIST }) },
  key_not_accepted: { by: (scene) => scene.post({ headers: { 'x-functions-key': 'k' }, body: LIST }) },
  several_tokens: {
    by: async (scene) => {
      const [url, token] = [await scene.url(), await scene.token()];
      return sendBytes(url, postBytes(url, [`Authorization: Bearer ${token}`, 'Authorization: Bearer x'], LIST));
    },
  },
  token_in_url: {
    by: async (scene) => send(`${await scene.url()}?access_token=${await scene.token()}`, { body: LIST }),
  },
  token_malformed: { by: (scene) => scene.listEvents('opaque') },
  token_too_large: { by: (scene) => scene.listEvents('x'.repeat(15_500)) },
  algorithm_not_allowed: { by: (scene) => scene.listEvents(scene.forge.token({}, { alg: 'HS256' })) },
  unknown_key: { by: (scene) => scene.listEvents(scene.forge.token({}, {}, 'unpublished')) },
  bad_signature: {
    by: (scene) => scene.listEvents(scene.forge.token({}, { kid: scene.forge.kid }, 'unpublished')),
  },
  wrong_issuer: { by: (scene) => scene.listEvents(scene.forge.token({}, {}, 'foreign')) },
  wrong_audience: { by: (scene) => scene.listEvents(scene.forge.token({ aud: 'api://another' })) },
  tenant_not_allowed: { by: (scene) => scene.listEventsOf({ user: 'otto' }) },
  guest_not_allowed: { by: (scene) => scene.at({ GUESTS: 'refuse' }).listEventsOf({ user: 'eva' }) },
  client_not_allowed: { by: (scene) => scene.listEventsOf({ client: 'rogue' }) },
  app_only_token: { by: (scene) => scene.listEventsOf({ client: 'agent', appOnly: true }) },
  scope_claim_missing: { by: (scene) => scene.listEvents(scene.forge.token({ scp: ' ' })) },
  person_unknown: { by: (scene) => scene.listEvents(scene.forge.token({ oid: undefined })) },
  token_expired: { by: (scene) => scene.listEventsOf({ expiresIn: -3600 }) },
  token_not_yet_valid: { by: (scene) => scene.listEvents(scene.forge.token({ nbf: inFourMinutes() })) },
  refused_by_graph: {
    by: async (scene) => {
      const token = await scene.token({ audience: 'graph' });
      return scene.at(PASSTHROUGH).listEvents(`${token.slice(0, token.lastIndexOf('.'))}.Zm9yZ2Vk`);
    },
  },
  claims_wanted_by_graph: {
    by: async (scene) => {
      // Wants nothing of the access token, so that Entra has no way to satisfy it.
      await scene.world.change('/users/chitra', { requireClaims: '{"access_token":{}}' });
      return scene.listEventsOf({ user: 'chitra' });
    },
  },
  insufficient_scope: {
    by: (scene) => scene.listEventsOf({ scope: 'User.Read' }),
    tells: { scopes: ['Calendars.ReadBasic'] },
  },
  keys_unavailable: { by: withoutKeys, retryAfter: 10 },
  graph_unavailable: {
    by: async (scene) => {
      await scene.world.fault({ service: 'graph', kind: 'status', status: 503, retryAfter: 7 });
      return scene.at(PASSTHROUGH).listEventsOf({ audience: 'graph' });
    },
    retryAfter: 7,
  },
} as const satisfies Record<keyof typeof GATE_ROWS, Provocation>;

/** A server that was never able to read the keys; any other goes on with the last it has. */
async function withoutKeys(scene: Scene) {
  await scene.world.fault({ service: 'entra', kind: 'status', status: 503 });
  return scene.at({ CLOCK_SKEW_SECONDS: '61' }).listEvents();
}
