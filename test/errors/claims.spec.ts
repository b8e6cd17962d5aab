import { SignInDriver } from '../local-tenant/entra/sign-in-driver.js';
import { apiScope } from '../local-tenant/entra/support.js';
import { callTool, type McpAnswer, toolError } from '../support/mcp.js';
import { challengeOf } from './support/responses.js';
import { OBO, RANGE, Fixture } from './support/fixture.js';
import { keptOpen } from '../support/keep-open.js';

/** Continuous access evaluation: Graph refuses a token that is still valid, and names what the next one must satisfy. */
const CHALLENGE = JSON.stringify({ access_token: { nbf: { essential: true, value: '1790000000' } } });
/** Wants nothing of the access token, so that Entra has no way to satisfy it. */
const UNSATISFIABLE = JSON.stringify({ id_token: { auth_time: { essential: true } } });
const CP1 = { capabilities: ['cp1'] };

let fixture: Fixture;

const keep = keptOpen();
beforeAll(async () => {
  fixture = await keep(Fixture.open());
});
afterEach(() => fixture.tenant.reset());

const chitra = (request = {}) => fixture.token({ user: 'chitra', ...request });
const changeChitra = (change: object) => fixture.change('/users/chitra', change);
const listEvents = async (token: string, env = {}) =>
  callTool(await fixture.url(env), token, 'calendar_list_events', RANGE);
const exchanges = () => fixture.tenant.state.log.entries('entra').filter(({ grant }) => grant === OBO.grant).length;
const assertServed = ({ status, body }: McpAnswer) =>
  expect([status, body.result?.isError ?? false]).toEqual([200, false]);

/** The claims of a 401, as a client reads them. */
function claimsOf(answer: McpAnswer): string {
  const { error, claims = '' } = challengeOf(answer);
  expect([answer.status, error]).toEqual([401, 'insufficient_claims']);
  return Buffer.from(claims, 'base64').toString('utf8');
}

/** The token that a client gets which asks for one with these claims, and the pages that the person sees on the way. */
async function signInWith(claims: string): Promise<{ readonly token: string; readonly pages: readonly string[] }> {
  const driver = new SignInDriver(fixture.tenant);
  const scope = apiScope(fixture.tenant, 'Calendars.ReadWrite');
  const pages = [await driver.press(await driver.open({ claims, scope }), 'Chitra Rao')];
  if (!pages[0]?.location) pages.push(await driver.press(pages[0]!, 'Approve'));
  const code = driver.answerOf(pages.at(-1)!)['code'] ?? '';
  const { body } = await driver.redeem(code);
  return { token: body.access_token, pages: pages.map(({ title }) => title) };
}

describe('when Graph wants claims of a token that worked before', () => {
  it('Entra is asked again with these claims, within the same call, and the next call needs nothing', async () => {
    const token = await chitra();
    assertServed(await listEvents(token));
    await changeChitra({ requireClaims: CHALLENGE });
    assertServed(await listEvents(token));
    expect(exchanges()).toBe(2);
    assertServed(await listEvents(token));
    expect(exchanges()).toBe(2);
  });

  it('and Entra wants the person, a client with cp1 gets a 401, signs in with its claims, and goes on', async () => {
    const token = await chitra(CP1);
    assertServed(await listEvents(token));
    await changeChitra({ requireClaims: CHALLENGE, mfaRequired: true });
    const claims = claimsOf(await listEvents(token));
    const { token: next, pages } = await signInWith(claims);
    expect(pages[0]).toMatch(/second|prove|verify/i);
    assertServed(await listEvents(next));
  });

  it('and no other token satisfies them, a client with cp1 gets them as Graph wrote them', async () => {
    await changeChitra({ requireClaims: UNSATISFIABLE });
    expect(claimsOf(await listEvents(await chitra(CP1)))).toBe(UNSATISFIABLE);
  });

  it('and passthrough has no other token, a client with cp1 gets them as Graph wrote them', async () => {
    const env = { TOKEN_MODE: 'passthrough', APPROVALS: 'off' };
    const token = await chitra({ ...CP1, audience: 'graph' });
    assertServed(await listEvents(token, env));
    await changeChitra({ requireClaims: CHALLENGE });
    expect(claimsOf(await listEvents(token, env))).toBe(CHALLENGE);
    assertServed(await listEvents(await chitra({ ...CP1, audience: 'graph', claimsSatisfied: true }), env));
  });

  it('and passthrough does not know the token yet, a client with cp1 gets them, and any other is not let in', async () => {
    const env = { TOKEN_MODE: 'passthrough', APPROVALS: 'off' };
    await changeChitra({ requireClaims: CHALLENGE });
    expect(claimsOf(await listEvents(await chitra({ ...CP1, audience: 'graph' }), env))).toBe(CHALLENGE);
    const other = await listEvents(await chitra({ audience: 'graph' }), env);
    expect([other.status, challengeOf(other)['error']]).toEqual([401, 'invalid_token']);
  });

  it.each([['nothing'], ['llt'], ['cp2']])('a client that says %s and not cp1 gets a tool error', async (said) => {
    await changeChitra({ requireClaims: UNSATISFIABLE });
    const answer = await listEvents(await chitra({ capabilities: said === 'nothing' ? [] : [said] }));
    expect([answer.status, toolError(answer).code]).toEqual([200, 'interaction_required']);
    expect(answer.challenge).toBe('');
  });
});

describe('when Entra wants another factor for the exchange', () => {
  it('the token of a sign-in with the claims of the 401 is exchanged', async () => {
    await changeChitra({ mfaRequired: true });
    const { token } = await signInWith(claimsOf(await listEvents(await chitra(CP1))));
    assertServed(await listEvents(token));
  });
});

describe("Entra's own error bodies", () => {
  it.each([
    [65001, 'consent_required'],
    [90094, 'admin_consent_required'],
    [900941, 'admin_consent_required'],
    [53003, 'access_blocked'],
    [53004, 'access_blocked'],
    [530034, 'access_blocked'],
    [530035, 'access_blocked'],
    [500212, 'access_blocked'],
    [500213, 'access_blocked'],
    [135011, 'access_blocked'],
    [50131, 'access_blocked'],
    [90093, 'access_blocked'],
    [650053, 'access_blocked'],
    [70021, 'server_misconfigured'],
    [700213, 'server_misconfigured'],
    [50076, 'interaction_required'],
    [50173, 'invalid_token'],
    [500133, 'invalid_token'],
    [50196, 'throttled'],
    [7000215, 'server_misconfigured'],
    [700016, 'server_misconfigured'],
    [70011, 'server_misconfigured'],
    [90055, 'throttled'],
    [90033, 'temporarily_unavailable'],
  ])('AADSTS%s is %s, with suberror and without', async (code, expected) => {
    await fixture.fault({ service: 'entra', match: OBO, kind: 'aadsts', code });
    for (const omitSuberror of [false, true]) {
      await fixture.change('/switches', { omitSuberror });
      expect(toolError(await listEvents(await chitra(), { DENIAL_MODE: 'tool_error' })).code).toBe(expected);
    }
  });
});
