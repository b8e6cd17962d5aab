import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { startBehalf, type Behalf } from '../support/behalf.js';
import { control } from '../support/control.js';
import { startTestTenant, type LocalTenant } from '../support/tenant.js';
import { linkOf, textOf, typesOf, FoundryDriver, type Answer } from './support/foundry-driver.js';
import { keptOpen } from '../support/keep-open.js';

interface SetUp {
  readonly chat: { readonly endpoint: string; readonly clientId: string };
  readonly agents: readonly { readonly name: string; readonly authType: string }[];
}

const PROGRAM = `import { setUpFoundry } from './scripts/local-foundry.mjs';
const { mcp, ...tenant } = JSON.parse(process.env.PAIR);
process.stdout.write(JSON.stringify(await setUpFoundry(tenant, mcp)));`;

describe('the Foundry that npm start sets up', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;
  let setUp: SetUp;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant));
    const { entraUrl: entra, foundryUrl: foundry, controlUrl } = tenant;
    const [ca, state] = [await readFile('.behalf/tls/ca.pem', 'utf8'), await control(tenant, 'GET', '/state')];
    const PAIR = JSON.stringify({ entra, foundry, control: controlUrl, ca, state, mcp: behalf.url });
    const env = { ...process.env, PAIR };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PROGRAM], { env });
    setUp = JSON.parse(stdout) as SetUp;
  });

  const say = async (agent: string, input: string): Promise<Answer> => {
    const token = await tenant.token({ user: 'anna', client: setUp.chat.clientId, audience: 'ai-foundry' });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify({ input, agent_reference: { name: agent, type: 'agent_reference' } });
    const response = await fetch(`${setUp.chat.endpoint}/openai/v1/responses`, { method: 'POST', headers, body });
    return (await response.json()) as Answer;
  };

  it('has an agent that asks for consent, reads without a question and writes with an approval', async () => {
    const asked = await say('behalf', 'who am i');
    await new FoundryDriver(tenant, behalf.url).follow(linkOf(asked), 'Anna Berg');
    expect(textOf(await say('behalf', 'who am i'))).toContain('Anna Berg');
    const write = await say('behalf', 'create an event "Lunch" tomorrow at 12:30');
    expect(typesOf(write).at(-1)).toBe('mcp_approval_request');
  });

  it('has an agent for every way to authenticate, of which only those with a person succeed', async () => {
    const others = setUp.agents.filter(({ name }) => name !== 'behalf');
    const answers = await Promise.all(
      others.map(async ({ name, authType }) => [authType, (await say(name, 'who am i')).status]),
    );
    expect(Object.fromEntries(answers)).toEqual({
      UserEntraToken: 'completed',
      AgenticIdentityToken: 'failed',
      ProjectManagedIdentity: 'failed',
      CustomKeys: 'failed',
      None: 'failed',
    });
  });

  it('is there again after a reset, without the consent', async () => {
    await control(tenant, 'POST', '/reset');
    expect(typesOf(await say('behalf', 'who am i'))).toEqual(['oauth_consent_request']);
  });
});
