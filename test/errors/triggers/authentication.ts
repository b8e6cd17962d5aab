import type { AUTHENTICATION_ROWS } from '../../../apps/mcp-api/src/errors/rows/authentication.rows.js';
import { postBytes, sendBytes } from '../../attack/support/wire.js';
import { send } from '../../support/mcp.js';
import type { Trigger } from '../support/trigger.js';
import type { Scenario } from '../support/scenario.js';

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
const PASSTHROUGH = { TOKEN_MODE: 'passthrough', APPROVALS: 'off' };
const inFourMinutes = () => Math.floor(Date.now() / 1000) + 240;

export const AUTHENTICATION_TRIGGERS = {
  token_missing: { by: (scenario) => scenario.post({ body: LIST }) },
  key_not_accepted: { by: (scenario) => scenario.post({ headers: { 'x-functions-key': 'k' }, body: LIST }) },
  several_tokens: {
    by: async (scenario) => {
      const [url, token] = [await scenario.url(), await scenario.token()];
      return sendBytes(url, postBytes(url, [`Authorization: Bearer ${token}`, 'Authorization: Bearer x'], LIST));
    },
  },
  token_in_url: {
    by: async (scenario) => send(`${await scenario.url()}?access_token=${await scenario.token()}`, { body: LIST }),
  },
  token_malformed: { by: (scenario) => scenario.listEvents('opaque') },
  token_too_large: { by: (scenario) => scenario.listEvents('x'.repeat(15_500)) },
  algorithm_not_allowed: { by: (scenario) => scenario.listEvents(scenario.forge.token({}, { alg: 'HS256' })) },
  unknown_key: { by: (scenario) => scenario.listEvents(scenario.forge.token({}, {}, 'unpublished')) },
  bad_signature: {
    by: (scenario) => scenario.listEvents(scenario.forge.token({}, { kid: scenario.forge.kid }, 'unpublished')),
  },
  wrong_issuer: { by: (scenario) => scenario.listEvents(scenario.forge.token({}, {}, 'foreign')) },
  wrong_audience: { by: (scenario) => scenario.listEvents(scenario.forge.token({ aud: 'api://another' })) },
  tenant_not_allowed: { by: (scenario) => scenario.listEventsOf({ user: 'otto' }) },
  guest_not_allowed: { by: (scenario) => scenario.at({ GUESTS: 'refuse' }).listEventsOf({ user: 'eva' }) },
  client_not_allowed: { by: (scenario) => scenario.listEventsOf({ client: 'rogue' }) },
  app_only_token: { by: (scenario) => scenario.listEventsOf({ client: 'agent', appOnly: true }) },
  scope_claim_missing: { by: (scenario) => scenario.listEvents(scenario.forge.token({ scp: ' ' })) },
  person_unknown: { by: (scenario) => scenario.listEvents(scenario.forge.token({ oid: undefined })) },
  token_expired: { by: (scenario) => scenario.listEventsOf({ expiresIn: -3600 }) },
  token_not_yet_valid: { by: (scenario) => scenario.listEvents(scenario.forge.token({ nbf: inFourMinutes() })) },
  refused_by_graph: {
    by: async (scenario) => {
      const token = await scenario.token({ audience: 'graph' });
      return scenario.at(PASSTHROUGH).listEvents(`${token.slice(0, token.lastIndexOf('.'))}.Zm9yZ2Vk`);
    },
  },
  keys_unavailable: { by: withoutKeys, retryAfter: 10 },
  graph_unavailable: {
    by: async (scenario) => {
      await scenario.fixture.fault({ service: 'graph', kind: 'status', status: 503, retryAfter: 7 });
      return scenario.at(PASSTHROUGH).listEventsOf({ audience: 'graph' });
    },
    retryAfter: 7,
  },
} as const satisfies Record<keyof typeof AUTHENTICATION_ROWS, Trigger>;

/** A server that was never able to read the keys; any other goes on with the last it has. */
async function withoutKeys(scenario: Scenario) {
  await scenario.fixture.fault({ service: 'entra', kind: 'status', status: 503 });
  return scenario.at({ CLOCK_SKEW_SECONDS: '61' }).listEvents();
}
