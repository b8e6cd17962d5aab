import type { REQUEST_ROWS } from '../../../apps/mcp-api/src/refusals/rows/request.rows.js';
import { postBytes, sendBytes } from '../../attack/support/wire.js';
import { send } from '../../support/mcp.js';
import type { Provocation } from '../support/provocation.js';
import { bugs } from '../support/team-tools.js';

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

export const REQUEST_PROVOCATIONS = {
  host_not_allowed: {
    by: async (scene) => {
      const url = await scene.url();
      return sendBytes(url, postBytes(url, [], LIST).replace(/Host: .*/, 'Host: evil.example'));
    },
  },
  origin_not_allowed: { by: (scene) => scene.post({ headers: { origin: 'https://evil.example' }, body: LIST }) },
  method_not_allowed: { by: (scene) => scene.post({ method: 'GET' }) },
  body_too_large: { by: (scene) => scene.at({ BODY_LIMIT_BYTES: '1024' }).post({ body: `"${'x'.repeat(2000)}"` }) },
  body_not_json: { by: (scene) => scene.post({ body: '{"half": ' }) },
  batch_not_allowed: {
    by: async (scene) =>
      scene.post({
        token: await scene.token(),
        headers: { 'mcp-protocol-version': '2025-06-18' },
        body: `[${LIST},${LIST}]`,
      }),
  },
  batch_size_wrong: {
    by: async (scene) => scene.post({ token: await scene.token(), body: `[${Array(11).fill(LIST).join(',')}]` }),
  },
  media_type_not_allowed: { by: (scene) => scene.post({ headers: { 'content-type': 'text/plain' }, body: LIST }) },
  encoding_not_allowed: { by: (scene) => scene.post({ headers: { 'content-encoding': 'compress' }, body: LIST }) },
  path_unknown: { by: async (scene) => send(`${await scene.url()}/more`, { method: 'GET' }) },
  unforeseen: {
    by: async (scene) => {
      await scene.url();
      bugs.inGuard = true;
      return scene.call('team_breaks_guard').finally(() => (bugs.inGuard = false));
    },
  },
} as const satisfies Record<keyof typeof REQUEST_ROWS, Provocation>;
