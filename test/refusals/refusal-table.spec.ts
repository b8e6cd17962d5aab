import type { Reason } from '../../apps/mcp-api/src/refusals/reason.js';
import { REFUSALS } from '../../apps/mcp-api/src/refusals/refusal-table.js';
import { CANARY } from '../attack/support/canary.js';
import { Output } from '../support/output.js';
import { PROVOCATIONS } from './provocations/index.js';
import { ROWS } from './support/rows.js';
import { Scene } from './support/scene.js';
import { mustBeHttp, mustBeRpc, mustBeToolError, mustCarryClaims } from './support/surfaces.js';
import { BUG } from './support/team-tools.js';
import { World } from './support/world.js';
import { keptOpen } from '../support/keep-open.js';

/** Not decisions about anybody. */
const UNRECORDED: readonly string[] = ['path_unknown', 'method_not_allowed'];
const CP1 = { capabilities: ['cp1'] };
const IN_WORDS = { env: { DENIAL_MODE: 'tool_error' } };

let world: World;
let output: Output;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  world = await keep(World.open());
});
afterEach(() => world.tenant.reset());

/** What the client gets, once it is seen that exactly this refusal was recorded, and once. */
async function provoke(reason: Reason, setting?: Scene['setting']) {
  output.takeAudit();
  const answer = await PROVOCATIONS[reason].by(new Scene(world, setting));
  const refused = output.takeAudit().filter(({ decision }) => decision === 'refused');
  expect(refused.map((line) => line['reason'])).toEqual(UNRECORDED.includes(reason) ? [] : [reason]);
  return answer;
}

it('every row has its provocation', () => {
  expect(Object.keys(PROVOCATIONS).sort()).toEqual(Object.keys(REFUSALS).sort());
});

describe('answered over HTTP', () => {
  it.each(ROWS.http)('%s', async (reason, { surface, why, userAction }) => {
    const answer = await provoke(reason);
    mustBeHttp(answer, reason, surface, `${why} ${userAction}`);
    expect(Number(answer.headers.get('retry-after'))).toBe(PROVOCATIONS[reason].retryAfter ?? 0);
  });
});

describe('answered as a JSON-RPC error', () => {
  it.each(ROWS.rpc)('%s', async (reason, row) => mustBeRpc(await provoke(reason), row));
});

describe('answered as a tool error', () => {
  it.each(ROWS.tool)('%s', async (reason, { surface: { code } }) =>
    mustBeToolError(await provoke(reason, IN_WORDS), code, PROVOCATIONS[reason].tells),
  );
});

describe('answered as a challenge to a client that can get another token', () => {
  it.each(ROWS.challenge)('%s', async (reason, { surface: { instead } }) => {
    const answer = await provoke(reason, CP1);
    mustBeHttp(answer, reason, instead);
    if (instead.error === 'insufficient_claims') mustCarryClaims(answer, world.tenant.tenantId);
  });

  it.each(ROWS.claims)('%s is a tool error to a client that takes no claims', async (reason, { surface }) =>
    mustBeToolError(await provoke(reason), surface.code, PROVOCATIONS[reason].tells),
  );
});

describe('offered as a link to a client that opens links', () => {
  it.each(ROWS.link)('%s', async (reason) => {
    const { status, body } = await provoke(reason, { opensLinks: true });
    expect([status, body.result?.['resultType']]).toEqual([200, 'input_required']);
    const [[, link] = []] = Object.entries(body.result?.['inputRequests'] ?? {});
    expect(link).toMatchObject({ method: 'elicitation/create', params: { mode: 'url', message: expect.any(String) } });
    expect(link).toHaveProperty('params.url', PROVOCATIONS[reason].tells?.['url']);
  });
});

describe('whatever was answered', () => {
  it('the server wrote no token, no secret and nothing of a bug', () => {
    expect(output.text).toContain('"decision":"refused"');
    expect(output.text).not.toMatch(/eyJ[\w-]{10,}|local-only-/);
    for (const secret of [BUG, CANARY, world.tenant.clients['behalf-api'].secret])
      expect(output.text).not.toContain(secret);
  });
});
