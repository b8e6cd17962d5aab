// Whole clients that people use, with the lines that docs/clients.md prints: mcp-remote and the MCP Inspector's CLI.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { fileURLToPath } from 'node:url';
import { freePort, startBehalf } from '../../support/behalf.ts';
import { startFrontProxy } from '../../support/front-proxy.ts';
import { startChromium, signInWith } from './support/chromium.mjs';
import { addressIn, environmentIn, ownFolder, start } from './support/program.mjs';
import { withTenant } from './support/tenant.mjs';

const REMOTE = fileURLToPath(new URL('node_modules/mcp-remote/dist/proxy.js', import.meta.url));
const INSPECTOR = 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js';
const ENTRA = ['Anna Berg', 'Accept'];
const FRONT = ['Approve and sign in', ...ENTRA];

let browser;
before(async () => (browser = await startChromium()));
after(() => browser.close());

/** A server behind HTTPS, with more of its environment. */
function withServer(env) {
  return withTenant(async (scene, keep) => {
    scene.proxy = keep(await startFrontProxy(() => new URL(scene.behalf.url).origin));
    scene.url = `${scene.proxy.origin}/mcp`;
    scene.behalf = keep(await startBehalf(scene.tenant, { env: { PUBLIC_URL: scene.url, ...env } }));
  });
}

/** A host that starts mcp-remote as a command, signs in when it asks, and asks who this is; then once more without asking. */
async function throughRemote(args, presses, path) {
  const folder = await ownFolder();
  const connect = async (act) => {
    const command = { command: process.execPath, args: [REMOTE, ...args], env: environmentIn(folder), stderr: 'pipe' };
    const transport = new StdioClientTransport(command);
    const client = new Client({ name: 'host', version: '1.0.0' });
    const done = client.connect(transport);
    await act(transport.stderr);
    await done;
    const { structuredContent } = await client.callTool({ name: 'get_my_context', arguments: {} });
    await client.close();
    return structuredContent?.actingAs.displayName;
  };
  let asked;
  const first = await connect(async (stderr) => {
    asked = new URL(await addressIn(stderr, path));
    await signInWith(browser, asked, presses, 'Authorization successful!');
  });
  const second = await connect(() => undefined);
  await folder.close();
  return { first, second, asked };
}

describe('Through the authorization front', () => {
  const scene = withServer({
    AUTHORIZATION_FRONT: 'true',
    FRONT_CLIENTS: 'mcp-remote:http://localhost/oauth/callback;inspector:http://127.0.0.1:6276/oauth/callback',
  });

  it('mcp-remote signs in, and again without asking', async () => {
    const port = String(await freePort());
    const client = ['--static-oauth-client-info', '{"client_id":"mcp-remote"}'];
    const { first, second, asked } = await throughRemote(
      [scene.url, port, ...client],
      FRONT,
      '/authorization/authorize',
    );
    assert.deepEqual([first, second], ['Anna Berg', 'Anna Berg']);
    assert.equal(asked.searchParams.get('redirect_uri'), `http://localhost:${port}/oauth/callback`);
    assert.equal(asked.searchParams.get('resource'), scene.url);
    assert.match(asked.searchParams.get('scope'), / offline_access$/);
  });

  it("the Inspector's CLI signs in", async () => {
    const folder = await ownFolder();
    const call = ['--method', 'tools/call', '--tool-name', 'get_my_context'];
    const args = ['--cli', scene.url, '--transport', 'http', '--client-id', 'inspector', ...call];
    const { child, ended } = start([INSPECTOR, ...args], environmentIn(folder));
    const asked = await addressIn(child.stderr, '/authorization/authorize');
    await signInWith(browser, asked, FRONT, 'You can close this window.');
    const { code, stdout } = await ended;
    await folder.close();
    assert.equal(code, 0);
    assert.match(stdout, /Anna Berg/);
  });
});

describe('Without the front', () => {
  const scene = withServer({});
  const client = () => ['--static-oauth-client-info', `{"client_id":"${scene.tenant.clients.cli.clientId}"}`];

  it('mcp-remote signs in at Entra where it leaves the resource out, and again without asking', async () => {
    const api = `api://${scene.tenant.clients['behalf-api'].clientId}`;
    const metadata = JSON.stringify({ scope: `${api}/User.Read ${api}/MailboxSettings.Read offline_access` });
    const flags = ['--disable-resource-parameter', ...client(), '--static-oauth-client-metadata', metadata];
    const args = [scene.url, String(await freePort()), ...flags];
    const { first, second, asked } = await throughRemote(args, ENTRA, '/oauth2/v2.0/authorize');
    assert.deepEqual([first, second], ['Anna Berg', 'Anna Berg']);
    assert.equal(asked.searchParams.has('resource'), false);
  });

  it("the Inspector's CLI calls with a token that somebody has", async () => {
    const folder = await ownFolder();
    const token = await scene.tenant.token({ user: 'anna', scope: 'User.Read MailboxSettings.Read' });
    const header = ['--header', `Authorization: Bearer ${token}`];
    const call = ['--method', 'tools/call', '--tool-name', 'get_my_context'];
    const { ended } = start(
      [INSPECTOR, '--cli', scene.url, '--transport', 'http', ...header, ...call],
      environmentIn(folder),
    );
    const { code, stdout } = await ended;
    await folder.close();
    assert.equal(code, 0);
    assert.match(stdout, /Anna Berg/);
  });
});
