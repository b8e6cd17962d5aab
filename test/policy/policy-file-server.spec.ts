import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, BEN, Person, SCOPE } from '../approvals/support.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { keptOpen } from '../support/keep-open.js';
import { rpc } from '../support/mcp.js';
import { Output } from '../support/output.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const GROUP = '77777777-2222-3333-4444-555555555555';
const LAX = `rules:
  - tools: [files_delete]
    decision: deny
    reason: Agents delete no files.
  - roles: [Trainee]
    toolsets: [calendar]
    decision: deny
    reason: Not for trainees.
  - groups: [${GROUP}]
    tools: [mail_list_folders]
    decision: deny
    reason: Not for this group.
  - tools: [mail_send_draft]
    facts: { external: true, firstContact: true }
    decision: approve
    reason: Look at <b>first</b> mails.
`;
const STRICT = `rules:
  - tools: [mail_send_draft]
    facts: { external: true }
    decision: deny
    reason: The mail gateway is closed.
  - tools: [files_share]
    decision: approve
    reason: Look at it.
`;

let output: Output;
let tenant: LocalTenant;
let proxy: FrontProxy;
let servers: readonly [lax: Behalf, strict: Behalf];
let inFront: 0 | 1;
let agent: Agent;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  tenant = await keep(startTestTenant());
  proxy = await keep(startFrontProxy(() => new URL(servers[inFront].url).origin));
  servers = [await serverWith('lax.yaml', LAX), await serverWith('strict.yaml', STRICT)];
  agent = new Agent(servers[0], await tenant.token({ user: 'anna', scope: SCOPE, groups: [] }));
});
beforeEach(() => {
  inFront = 0;
});

async function serverWith(name: string, rules: string): Promise<Behalf> {
  const POLICY_FILE = join(temporaryFolder(), name);
  writeFileSync(POLICY_FILE, rules);
  const key = 'of-the-server-before-and-after-1';
  const env = { POLICY_FILE, APPROVALS: 'off', APPROVALS_URL: proxy.origin, SEALING_KEY: key };
  return keep(startBehalf(tenant, { env }));
}

async function listed(token: string): Promise<readonly (string | undefined)[]> {
  return (await rpc(servers[0].url, token, 'tools/list')).body.result?.tools?.map(({ name }) => name) ?? [];
}

it('hides from everybody what rules deny to everybody, and asks for none of its scopes', async () => {
  expect(await listed(agent.token)).not.toContain('files_delete');
  expect(await listed(agent.token)).toContain('files_share');
  expect(await agent.refused('files_delete', { itemId: 'x' })).toMatchObject({
    code: 'policy_denied',
    message: expect.stringContaining('"Agents delete no files."'),
  });
});

it('hides from one person what rules deny to their role', async () => {
  const token = await tenant.token({ user: 'anna', scope: SCOPE, roles: ['Trainee'], groups: [] });
  expect((await listed(token)).filter((name) => name?.startsWith('calendar_'))).toEqual([]);
  expect(await listed(agent.token)).toContain('calendar_list_events');
  const refused = await new Agent(servers[0], token).refused('calendar_list_events', {});
  expect(refused).toMatchObject({ code: 'policy_denied', message: expect.stringContaining('Not for trainees.') });
});

it.each([
  ['has more groups than fit', 'overage' as const],
  ['does not tell groups', undefined],
])('denies, and says how to fix it, where a token %s and a rule asks', async (_, groups) => {
  const token = await tenant.token({ user: 'anna', scope: SCOPE, groups });
  expect(await listed(token)).not.toContain('mail_list_folders');
  expect(await listed(token)).toContain('mail_search');
  expect(await new Agent(servers[0], token).refused('mail_list_folders', {})).toMatchObject({
    code: 'policy_denied',
    message: expect.stringContaining("asks for the person's groups"),
    userAction: expect.stringContaining('app roles'),
  });
});

it('asks where a rule asks, in the words of the operator, on the dry run, in the error and on the page', async () => {
  const messageId = await agent.draftTo('stranger@elsewhere.example', { subject: 'By a rule' });
  const tried = await agent.do('mail_send_draft', { messageId, dryRun: true });
  expect(tried).toMatchObject({ done: false, approval: expect.stringContaining('Look at <b>first</b> mails.') });
  const { code, message, url } = await agent.refused('mail_send_draft', { messageId });
  expect([code, message]).toEqual(['approval_required', expect.stringContaining('"Look at <b>first</b> mails."')]);
  const person = new Person('Anna Berg');
  const page = await person.open(url);
  expect(page.html).toContain('Why your organisation asks');
  expect(page.html).toMatch(/<p>Look at &(lt|#60);b/);
  expect(page.html).not.toContain('<b>first');
  output.takeAudit();
  expect(await person.approve(page)).toMatchObject({ title: 'Done' });
  expect(await agent.sent()).toContain('By a rule');
  expect(output.takeAudit()).toContainEqual(expect.objectContaining({ decision: 'approved', rule: 4 }));
});

it('lets go on what no rule and no variable asks about', async () => {
  const messageId = await agent.draftTo(BEN, { subject: 'To a colleague' });
  expect(await agent.do('mail_send_draft', { messageId })).toMatchObject({ done: true });
});

describe('a policy that became stricter after the agent asked', () => {
  it('holds when the page opens', async () => {
    const messageId = await agent.draftTo('before@elsewhere.example', { subject: 'Stricter before the page' });
    const { url } = await agent.refused('mail_send_draft', { messageId });
    inFront = 1;
    const page = await new Person('Anna Berg').open(url);
    expect(page.html).toContain('The mail gateway is closed.');
    expect(page.html).not.toContain('Approve and do it');
  });

  it('holds when the person has approved', async () => {
    const messageId = await agent.draftTo('after@elsewhere.example', { subject: 'Stricter after the page' });
    const { url } = await agent.refused('mail_send_draft', { messageId });
    const person = new Person('Anna Berg');
    const page = await person.open(url);
    expect(page.html).toContain('Approve and do it');
    inFront = 1;
    const answer = await person.approve(page);
    expect(answer.html).toContain('The mail gateway is closed.');
    expect(await agent.sent()).not.toContain('Stricter after the page');
  });
});
