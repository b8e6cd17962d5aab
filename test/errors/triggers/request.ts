import type { REQUEST_ROWS } from '../../../apps/mcp-api/src/errors/rows/request.rows.js';
import { postBytes, sendBytes } from '../../attack/support/wire.js';
import { send } from '../../support/mcp.js';
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
    by: (scenario) => scenario.at({ BODY_LIMIT_BYTES: '1024' }).post({ body: `"${'x'.repeat(2000)}"` }),
  },
  body_not_json: { by: (scenario) => scenario.post({ body: '{"half": ' }) },
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
