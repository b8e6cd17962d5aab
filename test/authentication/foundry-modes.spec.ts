import { type Behalf, startBehalf } from '../support/behalf.js';
import { send } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { FOUNDRY_MODES } from './foundry-modes.js';
import { keptOpen } from '../support/keep-open.js';

let tenant: LocalTenant;
let behalf: Behalf;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
});

const WHO_AM_I = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name: 'get_my_context', arguments: {} },
});

/** As Foundry's client sends it. */
async function callWith(headers: Readonly<Record<string, string>>) {
  return send(behalf.url, {
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: WHO_AM_I,
  });
}

describe.each(FOUNDRY_MODES.filter(({ reason }) => reason !== undefined))(
  '$mode ($authType)',
  ({ reason, headers }) => {
    it(`is refused as ${reason}, naming what to use instead`, async () => {
      const answer = await callWith(await headers(tenant));
      expect([answer.status, answer.body]).toEqual([401, expect.objectContaining({ reason })]);
      // A token for Graph is a person's already: another scope fixes it, not another mode.
      const fixing = reason === 'wrong_audience' ? 'Request scopes of this API' : 'OAuth identity passthrough';
      expect(answer.body.error_description).toContain(fixing);
      expect(tenant.state.log.entries('graph')).toEqual([]);
    });
  },
);

describe.each(FOUNDRY_MODES.filter(({ reason }) => reason === undefined))(
  '$mode ($authType)',
  ({ actsAs, headers }) => {
    it(`is served as the person who signed in: ${actsAs}`, async () => {
      const answer = await callWith(await headers(tenant));
      expect(answer.body.result?.structuredContent?.['actingAs']).toMatchObject({ displayName: actsAs });
    });
  },
);
