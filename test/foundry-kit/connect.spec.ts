import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FoundryDriver, linkOf, textOf } from '../foundry/support/foundry-driver.js';
import { ServerProcess } from '../support/server-process.js';
import { oneIn } from '../support/depth.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { connect, FRESH, type RunOptions } from './support/kit.js';
import { keptOpen } from '../support/keep-open.js';

let tenant: LocalTenant;
let folder: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  folder = await mkdtemp(join(tmpdir(), 'connect-'));
  await keep({ close: () => rm(folder, { recursive: true }) });
});
beforeEach(() => tenant.reset());

const run = (args: readonly string[] = [], options: RunOptions = {}) =>
  connect(tenant, { ...options, args: [...FRESH, ...args] });

function registration(displayName: string) {
  return tenant.directory.registrations.list().find((one) => one.displayName === displayName);
}

const api = () => registration('Behalf (fresh)')!;
const client = () => registration('Behalf for Foundry (fresh)')!;

async function arm(path: string, method = 'GET', body?: object): Promise<Response> {
  const token = await tenant.token({ client: 'cli', audience: 'https://management.azure.com' });
  const place = '/subscriptions/local/resourceGroups/local/providers/Microsoft.CognitiveServices/accounts/local';
  return fetch(`${tenant.foundryUrl}${place}/projects/p/connections${path}?api-version=2025-06-01`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
}

async function connections(): Promise<readonly { name: string; properties: Record<string, unknown> }[]> {
  const { value } = (await (await arm('')).json()) as { value: [] };
  return value;
}

/** What is registered, without what is random by nature. */
const registered = () => tenant.directory.registrations.list().length;

describe('npm run foundry -- connect', () => {
  it('tells in a dry run what it would do, and does nothing', async () => {
    const before = registered();
    const { text, changes, error } = await run(['--dry-run', '--admin-consent', '--managed-identity', 'an-identity']);
    expect([error, changes, registered(), await connections()]).toEqual([undefined, [], before, []]);
    expect(text).toContain('would do   App registration "Behalf (fresh)" is made');
    expect(text).toContain('would do   Connection "fresh" is made');
    expect(text).toContain('12 changes would be made; nothing was changed.');
    expect(text).not.toMatch(/^done/m);
  });

  it('makes both registrations, the secret and the connection, and registers its redirect URI', async () => {
    const { text, error } = await run();
    expect(error).toBeUndefined();
    const [connection] = await connections();
    expect(connection?.properties).toMatchObject({
      target: 'https://behalf.example/mcp',
      authorizationUrl: `${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/authorize`,
      tokenUrl: `${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/token`,
      refreshUrl: `${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/token`,
      scopes: expect.arrayContaining([`api://${api().appId}/Calendars.ReadWrite`, 'offline_access']),
    });
    expect(client().web.redirectUris).toEqual([connection?.properties.redirectUrl]);
    expect(client().passwordCredentials).toHaveLength(1);
    expect(api()).toMatchObject({
      identifierUris: [`api://${api().appId}`],
      api: { requestedAccessTokenVersion: 2, preAuthorizedApplications: [{ appId: client().appId }] },
      web: { redirectUris: ['https://behalf.example/consented', 'https://behalf.example/approvals/callback'] },
    });
    expect([api().principalId, client().principalId]).not.toContain(undefined);
    expect(text).toContain(`ENTRA_CLIENT_ID=${api().appId}`);
  });

  it('registers where Entra returns people to who sign in at the authorization front, where that is on', async () => {
    const front = 'https://behalf.example/authorization/callback';
    await run();
    expect(api().web.redirectUris).not.toContain(front);
    const variables = { AUTHORIZATION_FRONT: 'true', FRONT_CLIENTS: 'desk:http://127.0.0.1/done' };
    const { text } = await run([], { variables });
    expect(api().web.redirectUris).toContain(front);
    expect(text).toContain('"Behalf (fresh)" gets its redirect URI');
    expect((await run([], { variables })).changes).toEqual([]);
  });

  it('says which service the registrations belong to, where a tenant demands it', async () => {
    const { error } = await run(['--service-management-reference', '4f1c']);
    expect(error).toBeUndefined();
    expect([api(), client()].map((one) => one.serviceManagementReference)).toEqual(['4f1c', '4f1c']);
  });

  it('changes nothing when it runs again, and asks no more than that', async () => {
    await run(['--admin-consent', '--managed-identity', 'an-identity']);
    const { text, changes } = await run(['--admin-consent', '--managed-identity', 'an-identity']);
    expect(changes).toEqual([]);
    expect(text).toContain('Everything is as the plan wants it: nothing was changed.');
    expect(text).not.toMatch(/^(done|would do)/m);
  });

  it('goes on where a run was cut, wherever that was', async () => {
    const whole = await run(['--admin-consent']);
    expect(whole.changes.length).toBeGreaterThan(8);
    for (const cutAfter of oneIn(5, [...whole.changes.keys()])) {
      tenant.reset();
      const { error } = await run(['--admin-consent'], { cutAfter });
      expect(error?.message).toContain('could not be sent (ECONNRESET)');
      const resumed = await run(['--admin-consent']);
      expect([cutAfter, resumed.error]).toEqual([cutAfter, undefined]);
      expect(client().passwordCredentials).toHaveLength(1);
      expect((await run(['--admin-consent'])).changes).toEqual([]);
    }
  });

  it('ends in an agent that answers the person, with no secret at the server', async () => {
    await run(['--registrations-only']);
    const identity = tenant.clients['behalf-mi'].objectId;
    // A process has one managed identity, which msal-node remembers.
    const behalf = await ServerProcess.ready(tenant, {
      IDENTITY_ENDPOINT: `${tenant.controlUrl}/managed-identity/token`,
      IDENTITY_HEADER: 'any',
      ENTRA_CLIENT_ID: api().appId,
      ENTRA_ALLOWED_CLIENT_IDS: client().appId,
      ENTRA_CLIENT_SECRET: '',
      ENTRA_CREDENTIAL: 'managed-identity',
    });
    const connected = await run(['--admin-consent', '--managed-identity', identity], { mcpUrl: behalf.url });
    const driver = new FoundryDriver(tenant, behalf.url);
    const tool = { type: 'mcp', server_label: 'behalf', project_connection_id: 'fresh', require_approval: 'never' };
    await driver.control('PUT', '/agents/p/fresh', { tools: [tool] });
    await driver.follow(linkOf(await driver.ask('fresh', 'noor')), 'Noor Haddad');
    const answer = textOf(await driver.ask('fresh', 'noor'));
    behalf.kill();
    expect([connected.error, answer]).toEqual([undefined, expect.stringContaining('Noor Haddad')]);
  });

  it('adds to registrations that are there, and keeps what they have', async () => {
    const before = tenant.directory.registrations.byAppId(tenant.clients['behalf-api'].clientId);
    const { error, text } = await connect(tenant, { args: ['--connection', 'mine'] });
    const after = tenant.directory.registrations.byAppId(tenant.clients['behalf-api'].clientId);
    expect([error, after?.api.oauth2PermissionScopes]).toEqual([undefined, before?.api.oauth2PermissionScopes]);
    expect(text).toContain('unchanged  App registration "Behalf" is there');
    expect((await connect(tenant, { args: ['--connection', 'mine'] })).changes).toEqual([]);
  });
});

describe('the client secret', () => {
  const secrets = () => client().passwordCredentials.map(({ secretText }) => secretText);

  it('is told to the connection and to nobody else', async () => {
    const { text } = await run();
    expect(secrets()).toHaveLength(1);
    expect(text).not.toContain(secrets()[0]);
    expect(JSON.stringify(await connections())).not.toContain(secrets()[0]);
  });

  it('is kept in the file that the person names, for them alone, and taken from there', async () => {
    const file = join(folder, 'secret');
    await run(['--secret-file', file], { cutAfter: 8 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toBe(secrets()[0]);
    const { text, error } = await run(['--secret-file', file]);
    expect([error, secrets().length]).toEqual([undefined, 1]);
    expect(text).toContain(`unchanged  Client secret is in ${file}`);
  });

  it('is not made where it cannot be kept', async () => {
    const { error } = await run(['--secret-file', join(folder, 'no-such-folder', 'secret')]);
    expect([error?.message, secrets()]).toEqual([expect.stringContaining('cannot be made (ENOENT)'), []]);
  });

  it('is not taken from a file that holds another', async () => {
    const file = join(folder, 'other');
    await writeFile(file, '~~~ something else');
    const { error } = await run(['--secret-file', file]);
    expect(error?.message).toContain('is none of "Behalf for Foundry (fresh)"');
  });

  it('does not show when Foundry refuses the connection', async () => {
    const refused = (method: string) =>
      method === 'PUT' ? Response.json({ error: { code: 'Bad', message: 'no' } }, { status: 400 }) : undefined;
    const { text, error } = await run([], { answer: refused });
    expect(error?.message).toMatch(/^PUT \/subscriptions\/.* was answered 400 Bad: no\n/);
    expect(`${text}${error?.message}${error?.stack}`).not.toContain(secrets()[0]);
  });
});

describe('a connection that is another one', () => {
  const elsewhere = { mcpUrl: 'https://elsewhere.example/mcp' };

  it('is not overwritten', async () => {
    await run();
    const { error, changes } = await run([], elsewhere);
    expect(error?.message).toContain(
      'target is https://behalf.example/mcp, not https://elsewhere.example/mcp\nA connection cannot be changed',
    );
    expect(changes).toEqual([]);
  });

  it('is deleted and made anew where that is wished, with a secret and a redirect URI of its own', async () => {
    await run();
    const [former] = client().web.redirectUris;
    const { error } = await run(['--replace'], elsewhere);
    const [connection] = await connections();
    expect([error, connection?.properties.target]).toEqual([undefined, elsewhere.mcpUrl]);
    expect(client().web.redirectUris).toEqual([connection?.properties.redirectUrl]);
    expect(client().web.redirectUris).not.toContain(former);
    expect(client().passwordCredentials).toHaveLength(1);
    expect((await run([], elsewhere)).changes).toEqual([]);
  });

  it('is replaced though the run was cut, wherever that was, and leaves nothing of itself', async () => {
    await run();
    const whole = await run(['--replace'], elsewhere);
    for (const cutAfter of oneIn(5, [...whole.changes.keys()])) {
      tenant.reset();
      await run();
      await run(['--replace'], { ...elsewhere, cutAfter });
      const { error } = await run(['--replace'], elsewhere);
      const [connection] = await connections();
      const left = [client().web.redirectUris, client().passwordCredentials.length];
      expect([cutAfter, error, ...left]).toEqual([cutAfter, undefined, [connection?.properties.redirectUrl], 1]);
    }
  });

  it('is made anew, where that is wished, a month before its secret ends', async () => {
    await run();
    const month = { dependencies: { now: () => new Date(Date.now() + 705 * 86_400_000) } };
    const { error } = await run([], month);
    expect(error?.message).toMatch(/its client secret ends on \d{4}-\d\d-\d\d\n.*--replace/);
    const [{ keyId: former } = { keyId: '' }] = client().passwordCredentials;
    expect((await run(['--replace'], month)).error).toBeUndefined();
    expect(client().passwordCredentials.map(({ keyId }) => keyId)).toEqual([expect.not.stringContaining(former)]);
  });

  it('is told from one of the same address that another client signs in with', async () => {
    await run(['--registrations-only']);
    const { text } = await run(['--dry-run']);
    expect(text).toContain('would do   Connection "fresh" is made');
    await run();
    const [connection] = await connections();
    const credentials = { clientId: 'another', clientSecret: 'another' };
    await arm('/other', 'PUT', { properties: { ...connection?.properties, credentials } });
    const { error } = await run(['--connection', 'other']);
    expect(error?.message).toContain(`nothing shows that it is of the client ${client().appId}`);
  });
});
