import type { REQUEST_ROWS } from '../../../apps/mcp-api/src/errors/rows/request.rows.js';
import { postBytes, sendBytes } from '../../attack/support/wire.js';
import { type McpAnswer, send } from '../../support/mcp.js';
import type { Scenario } from '../support/scenario.js';
import type { Trigger } from '../support/trigger.js';
import { bugs } from '../support/team-tools.js';

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

export const REQUEST_TRIGGERS = {
  host_not_allowed: {
    by: async (scenario) => {
      const url = await scenario.url();
      return sendBytes(url, postBytes(url, [], LIST).replace(/Host: .*/, 'Host: evil.example'));
    },
  },
  origin_not_allowed: { by: (scenario) => scenario.post({ headers: { origin: 'https://evil.example' }, body: LIST }) },
  method_not_allowed: { by: (scenario) => scenario.post({ method: 'GET' }) },
  body_too_large: {
    by: async (scenario) =>
      scenario.at({ BODY_LIMIT_BYTES: '1024' }).post({ token: await scenario.token(), body: `"${'x'.repeat(2000)}"` }),
  },
  body_not_json: { by: async (scenario) => scenario.post({ token: await scenario.token(), body: '{"half": ' }) },
  body_too_deep: {
    by: async (scenario) =>
      scenario.post({ token: await scenario.token(), body: `${'['.repeat(100)}${']'.repeat(100)}` }),
  },
  rate_limited: {
    by: async (scenario) => {
      const [limited, token] = [scenario.at({ CALLS_PER_PERSON: '1' }), await scenario.token()];
      await limited.post({ token, body: LIST });
      return limited.post({ token, body: LIST });
    },
    retryAfter: 10,
  },
  overloaded: { by: refusedForOthers, retryAfter: 2 },
  batch_not_allowed: {
    by: async (scenario) =>
      scenario.post({
        token: await scenario.token(),
        headers: { 'mcp-protocol-version': '2025-06-18' },
        body: `[${LIST},${LIST}]`,
      }),
  },
  batch_size_wrong: {
    by: async (scenario) =>
      scenario.post({ token: await scenario.token(), body: `[${Array(11).fill(LIST).join(',')}]` }),
  },
  media_type_not_allowed: {
    by: (scenario) => scenario.post({ headers: { 'content-type': 'text/plain' }, body: LIST }),
  },
  encoding_not_allowed: {
    by: (scenario) => scenario.post({ headers: { 'content-encoding': 'compress' }, body: LIST }),
  },
  path_unknown: { by: async (scenario) => send(`${await scenario.url()}/more`, { method: 'GET' }) },
  unforeseen: {
    by: async (scenario) => {
      await scenario.url();
      bugs.inGuard = true;
      return scenario.call('team_breaks_guard').finally(() => (bugs.inGuard = false));
    },
  },
} as const satisfies Record<keyof typeof REQUEST_ROWS, Trigger>;

/** Of a server with one place, and room for one to wait: one call is in it, and one of two others waits. */
async function refusedForOthers(scenario: Scenario): Promise<McpAnswer> {
  const [small, { fixture }] = [scenario.at({ MAX_CONCURRENT_CALLS: '1' }), scenario];
  const token = await scenario.token();
  await fixture.fault({ service: 'graph', kind: 'latency', ms: 500, times: 1 });
  const first = small.listEvents(token);
  await fixture.until(() => fixture.tenant.faults.all.length === 0);
  const others = await Promise.all([1, 2].map(() => small.post({ token, body: LIST })));
  await first;
  return others.find(({ status }) => status !== 200) ?? (others[0] as McpAnswer);
}
