import type { Reason } from '../../apps/mcp-api/src/errors/reason.js';
import { ERROR_RESPONSES } from '../../apps/mcp-api/src/errors/error-responses.js';
import { CANARY } from '../attack/support/canary.js';
import { Output } from '../support/output.js';
import { TRIGGERS } from './triggers/index.js';
import { ROWS } from './support/rows.js';
import { Scenario } from './support/scenario.js';
import { assertHttp, assertRpc, assertToolError, assertCarriesClaims } from './support/responses.js';
import { BUG } from './support/team-tools.js';
import { Fixture } from './support/fixture.js';
import { keptOpen } from '../support/keep-open.js';

/** Not decisions about anybody. */
const UNRECORDED: readonly string[] = ['path_unknown', 'method_not_allowed'];
/** Whose sentences carry values of the call; the others are said as the catalog has them. */
const WITH_VALUES: readonly string[] = [
  'approval_required',
  'already_sent',
  'approval_done',
  'approval_declined',
  ...['insufficient_scope', 'internal_error', 'invalid_arguments', 'not_allowed', 'outcome_unknown', 'policy_denied'],
  'role_missing',
];
const CP1 = { capabilities: ['cp1'] };
const IN_WORDS = { env: { DENIAL_MODE: 'tool_error' } };

let fixture: Fixture;
let output: Output;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  fixture = await keep(Fixture.open());
});
afterEach(() => fixture.tenant.reset());

/** What the client gets, once it is seen that exactly this refusal was recorded, and once. */
async function trigger(reason: Reason, setting?: Scenario['setting']) {
  output.takeAudit();
  const answer = await TRIGGERS[reason].by(new Scenario(fixture, setting));
  const refused = output.takeAudit().filter(({ decision }) => decision === 'refused');
  const expected = [...(TRIGGERS[reason].refusedBefore ?? []), reason];
  expect(refused.map((line) => line['reason'])).toEqual(UNRECORDED.includes(reason) ? [] : expected);
  return answer;
}

it('every row has its trigger', () => {
  expect(Object.keys(TRIGGERS).sort()).toEqual(Object.keys(ERROR_RESPONSES).sort());
});

describe('answered over HTTP', () => {
  it.each(ROWS.http)('%s', async (reason, { response, message, userAction }) => {
    const answer = await trigger(reason);
    assertHttp(answer, reason, response, `${message} ${userAction}`);
    expect(Number(answer.headers.get('retry-after'))).toBe(TRIGGERS[reason].retryAfter ?? 0);
  });
});

describe('answered as a JSON-RPC error', () => {
  it.each(ROWS.rpc)('%s', async (reason, row) => assertRpc(await trigger(reason), row));
});

describe('answered as a tool error', () => {
  it.each(ROWS.tool)('%s', async (reason, { response: { code }, message, userAction }) => {
    const words = WITH_VALUES.includes(reason) ? {} : { message, userAction };
    assertToolError(await trigger(reason, IN_WORDS), code, { ...TRIGGERS[reason].tells, ...words });
  });
});

describe('answered as a challenge to a client that can get another token', () => {
  it.each(ROWS.challenge)('%s', async (reason, { response: { httpFallback } }) => {
    const answer = await trigger(reason, CP1);
    assertHttp(answer, reason, httpFallback);
    if (httpFallback.error === 'insufficient_claims') assertCarriesClaims(answer, fixture.tenant.tenantId);
  });

  it.each(ROWS.claims)('%s is a tool error to a client that takes no claims', async (reason, { response }) =>
    assertToolError(await trigger(reason), response.code, TRIGGERS[reason].tells),
  );
});

describe('offered as a link to a client that opens links', () => {
  it.each(ROWS.link)('%s', async (reason) => {
    const { status, body } = await trigger(reason, { opensLinks: true });
    expect([status, body.result?.['resultType']]).toEqual([200, 'input_required']);
    const [[, link] = []] = Object.entries(body.result?.['inputRequests'] ?? {});
    expect(link).toMatchObject({ method: 'elicitation/create', params: { mode: 'url', message: expect.any(String) } });
    expect(link).toHaveProperty('params.url', TRIGGERS[reason].tells?.['url']);
  });
});

describe('whatever was answered', () => {
  it('the server wrote no token, no secret and nothing of a bug', () => {
    expect(output.text).toContain('"decision":"refused"');
    expect(output.text).not.toMatch(/eyJ[\w-]{10,}|local-only-/);
    for (const secret of [BUG, CANARY, fixture.tenant.clients['behalf-api'].secret])
      expect(output.text).not.toContain(secret);
  });
});
