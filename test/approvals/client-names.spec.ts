import { ConfigError, readConfig } from '@app/config';
import { onTenant, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { rpc } from '../support/mcp.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Agent, OUTSIDER, Person, SCOPE } from './support.js';

const HOSTILE = `Agent <img src=x onerror=alert(1)> "Anna" & Co'`;
const ID = '33333333-4444-5555-6666-777777777777';

let output: Output;
let tenant: LocalTenant;
let clientId: string;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  tenant = await keep(startTestTenant());
  clientId = tenant.clients.foundry.clientId;
});

async function pageWith(names: string) {
  const behalf = await keep(startBehalf(tenant, { env: { APPROVALS: 'external', CLIENT_NAMES: names } }));
  const agent = new Agent(behalf, await tenant.token({ user: 'anna', scope: SCOPE }));
  output.takeAudit();
  const messageId = await agent.draftTo(OUTSIDER);
  const { url } = await agent.refused('mail_send_draft', { messageId });
  const person = new Person('Anna Berg');
  const page = await person.open(url);
  await person.decline(page);
  return { html: page.html, audit: output.takeAudit() };
}

it('the page and the audit name the client as the operator does, whatever stands in the name', async () => {
  const { html, audit } = await pageWith(`${ID}:Other;${clientId.toUpperCase()}: ${HOSTILE}`);
  const escaped = HOSTILE.replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
  expect(html).toMatch(new RegExp(`<bdi>${escaped.replaceAll(/[()]/g, '\\$&')}</bdi></strong>\\s+asks to do this as`));
  expect(html).not.toContain('<img');
  expect(html).toContain(`<bdi>${clientId}</bdi>`);
  expect(audit.map(({ tool, decision, clientName }) => [tool, decision, clientName])).toEqual([
    ['mail_create_draft', 'allowed', HOSTILE],
    ['mail_send_draft', 'refused', HOSTILE],
    ['mail_send_draft', 'declined', HOSTILE],
  ]);
});

it('a client without a name is shown by its id alone', async () => {
  const { html, audit } = await pageWith(`${ID}:Other`);
  expect(html).toMatch(/An agent\s+asks to do this as/);
  expect(html).toContain(`Asked by the application <bdi>${clientId}</bdi>`);
  expect(html).not.toContain('Other');
  for (const line of audit) expect(line).not.toHaveProperty('clientName');
});

/** Of Claude, Visual Studio Code, Cursor and the Inspector; the others lie. */
const CALLED = ['claude-ai', 'Visual Studio Code', 'cursor-vscode', 'mcp-inspector', 'Behalf', '\u202etnega', HOSTILE];

it('what a client calls itself is neither on the page nor in the audit', async () => {
  const behalf = await keep(startBehalf(tenant, { env: { APPROVALS: 'external' } }));
  const token = await tenant.token({ user: 'anna', scope: SCOPE });
  const messageId = await new Agent(behalf, token).draftTo(OUTSIDER);
  output.takeAudit();
  for (const name of CALLED) {
    const clientInfo = { name, title: name, version: '1.0.0' };
    const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    expect((await rpc(behalf.url, token, 'initialize', hello)).status).toBe(200);
    const _meta = { 'io.modelcontextprotocol/clientInfo': clientInfo };
    const call = { name: 'mail_send_draft', arguments: { messageId }, _meta };
    const { body } = await rpc(behalf.url, token, 'tools/call', call);
    const { error } = JSON.parse(body.result?.content?.[0]?.text ?? '{}') as { error: { url: string } };
    const { html } = await new Person('Anna Berg').open(error.url);
    expect(html).toMatch(/An agent\s+asks to do this as/);
    expect(html.replaceAll(/<title>.*<\/title>|<header>.*<\/header>/g, '')).not.toContain(name);
  }
  const audit = JSON.stringify(output.takeAudit());
  for (const name of CALLED) expect(audit).not.toContain(JSON.stringify(name).slice(1, -1));
});

it.each([
  ['a name that turns what follows', `${ID}:\u202Egent`],
  ['a name of two lines', `${ID}:one\ntwo`],
  ['a name of nothing that is seen', `${ID}:\u200B`],
  ['a name of spaces', `${ID}:   `],
  ['a name without a client', 'Travel agent'],
  ['a name of 81 characters', `${ID}:${'n'.repeat(81)}`],
  ['a hidden character inside', `${ID}:Be\u200Bhalf`],
  ['one client twice', `${ID}:One;${ID.toUpperCase()}:Two`],
])('%s stops the start', (_what, names) => {
  const read = () => readConfig({ ...onTenant(tenant), PUBLIC_URL: 'http://localhost:3000/mcp', CLIENT_NAMES: names });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/CLIENT_NAMES is wrong: write/);
});
