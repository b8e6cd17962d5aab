// The official SDK's sign-in by a real browser: through the authorization front, and without it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startBehalf } from '../../../support/behalf.ts';
import { startFrontProxy } from '../../../support/front-proxy.ts';
import { startDocuments } from '../../../front/support.ts';
import { startChromium, signInWith } from './chromium.mjs';
import { SdkClient } from './client.mjs';
import { withTenant } from './tenant.mjs';

const SIGN_IN = ['Anna Berg', 'Accept'];
const THROUGH_FRONT = ['Approve and sign in', ...SIGN_IN];

/** Connects, signs in when the server wants it, connects again and asks who this is. */
async function use({ Client, Transport, Unauthorized, takesParameters }, browser, url, client, presses) {
  const connect = async () => {
    const transport = new Transport(new URL(url), { authProvider: client.provider });
    const session = new Client({ name: 'program', version: '1.0.0' });
    return { transport, session, done: session.connect(transport) };
  };
  const first = await connect();
  await assert.rejects(first.done, Unauthorized);
  await signInWith(browser, client.asked, presses);
  const answer = await client.answer;
  await first.transport.finishAuth(takesParameters ? answer : answer.get('code'));
  const { session, done } = await connect();
  await done;
  const { tools } = await session.listTools();
  const { structuredContent } = await session.callTool({ name: 'get_my_context', arguments: {} });
  await session.close();
  return { who: structuredContent?.actingAs.displayName, tools, answer };
}

/**
 * @param name of the version
 * @param version its classes and functions, and whether it takes all parameters of the answer
 */
export function describeSignIn(name, version) {
  let browser;
  before(async () => (browser = await startChromium()));
  after(() => browser.close());

  describe(`The official SDK, ${name}`, () => {
    const scene = withTenant(async (one, keep) => {
      one.documents = keep(await startDocuments());
      one.proxy = keep(await startFrontProxy(() => new URL(one.behalf.url).origin));
      const env = {
        PUBLIC_URL: `${one.proxy.origin}/mcp`,
        AUTHORIZATION_FRONT: 'true',
        FRONT_CLIENTS: 'program:http://127.0.0.1/callback',
        FRONT_CLIENT_HOSTS: new URL(one.documents.origin).host,
      };
      one.behalf = keep(await startBehalf(one.tenant, { env }));
    });
    const url = () => `${scene.proxy.origin}/mcp`;
    it('signs in through the front as a registered client, and refreshes', async () => {
      const client = await SdkClient.start({ clientId: 'program', offline: true });
      const { who, answer } = await use(version, browser, url(), client, THROUGH_FRONT);
      assert.equal(who, 'Anna Berg');
      assert.equal(client.asked.searchParams.get('resource'), url());
      assert.deepEqual([answer.get('iss'), answer.get('state')], [scene.proxy.origin, 'state-of-the-program']);
      const before = client.kept;
      assert.ok(before.refresh_token);
      assert.equal(await version.auth(client.provider, { serverUrl: url() }), 'AUTHORIZED');
      assert.notEqual(client.kept.access_token, before.access_token);
      await client.close();
    });

    it('signs in through the front by its metadata document', async () => {
      const documentUrl = scene.documents.put('/program.json', { redirect_uris: ['http://127.0.0.1/callback'] });
      const client = await SdkClient.start({ documentUrl });
      assert.equal((await use(version, browser, url(), client, THROUGH_FRONT)).who, 'Anna Berg');
      assert.equal(client.asked.searchParams.get('client_id'), documentUrl);
      await client.close();
    });

    it('is told when the person declines', async () => {
      const client = await SdkClient.start({ clientId: 'program' });
      await version.auth(client.provider, { serverUrl: url() });
      await signInWith(browser, client.asked, ['Decline']);
      assert.equal((await client.answer).get('error'), 'access_denied');
      await client.close();
    });
  });

  describe(`The official SDK, ${name}, without the front`, () => {
    const scene = withTenant(async (one, keep) => {
      one.proxy = keep(await startFrontProxy(() => new URL(one.behalf.url).origin));
      const PUBLIC_URL = `${one.proxy.origin}/mcp`;
      one.behalf = keep(await startBehalf(one.tenant, { env: { PUBLIC_URL } }));
    });
    const url = () => `${scene.proxy.origin}/mcp`;
    const cli = () => ({ clientId: scene.tenant.clients.cli.clientId });

    it('is refused by Entra for the resource that it sends (AADSTS9010010)', async () => {
      const client = await SdkClient.start(cli(), 'localhost');
      await version.auth(client.provider, { serverUrl: url() });
      await signInWith(browser, client.asked, []);
      assert.match((await client.answer).get('error_description'), /AADSTS9010010/);
      await client.close();
    });

    it('signs in where it leaves the resource out', async () => {
      const client = await SdkClient.start({ ...cli(), noResource: true }, 'localhost');
      assert.equal((await use(version, browser, url(), client, SIGN_IN)).who, 'Anna Berg');
      await client.close();
    });
  });

  describe(`The official SDK, ${name}, where the Application ID URI is the URL of the server`, () => {
    const scene = withTenant(async (one, keep) => {
      one.proxy = keep(await startFrontProxy(() => new URL(one.behalf.url).origin));
      const PUBLIC_URL = `${one.proxy.origin}/mcp`;
      const { appId, secretText } = registered(one.tenant, PUBLIC_URL);
      const own = { ENTRA_CLIENT_ID: appId, ENTRA_CLIENT_SECRET: secretText, ENTRA_APP_ID_URI: PUBLIC_URL };
      one.behalf = keep(await startBehalf(one.tenant, { env: { PUBLIC_URL, ...own } }));
    });

    it('signs in with the resource that it sends', async () => {
      const client = await SdkClient.start({ clientId: scene.tenant.clients.cli.clientId }, 'localhost');
      const url = `${scene.proxy.origin}/mcp`;
      // Graph has not been consented to for this registration, so tools are listed and not called.
      const { tools } = await use(version, browser, url, client, SIGN_IN);
      assert.ok(tools.some(({ name }) => name === 'mail_search'));
      assert.equal(client.asked.searchParams.get('resource'), url);
      assert.match(client.asked.searchParams.get('scope'), new RegExp(`^${url}/`));
      await client.close();
    });
  });
}

/** Behalf's registration, once more, with another Application ID URI. */
function registered({ directory, clients, clock }, identifierUri) {
  const { registrations } = directory;
  const { tenantId, api } = registrations.byAppId(clients['behalf-api'].clientId);
  const created = registrations.create(tenantId, 'Behalf, by its URL', null, clock());
  const changed = registrations.addPrincipal(registrations.change(created, { identifierUris: [identifierUri], api }));
  const { secretText } = registrations.addPassword(changed, null, clock());
  return { appId: changed.appId, secretText };
}
