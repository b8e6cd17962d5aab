import { Browser } from '../local-tenant/entra/browser.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { connect, FRESH, type Run, type RunOptions } from './support/kit.js';
import { keptOpen } from '../support/keep-open.js';

let tenant: LocalTenant;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});
beforeEach(() => tenant.reset());

const run = (args: readonly string[] = [], options: RunOptions = {}) =>
  connect(tenant, { ...options, args: [...FRESH, ...args] });

describe('what stands in the way is told, and what to do', () => {
  const cliOf = (user: string, asked: string[] = []) => ({
    cli: async (args: readonly string[]) => {
      asked.push(args.join(' '));
      return JSON.stringify({ accessToken: await tenant.token({ user, client: 'cli', audience: args[3] }) });
    },
  });
  const variables = () => ({
    ENTRA_TENANT_IDS: tenant.tenantId,
    GRAPH_ORIGIN: tenant.graphUrl,
    ENTRA_ORIGIN: tenant.entraUrl,
    PUBLIC_URL: 'https://behalf.example/mcp',
  });
  const PLACE = ['--subscription', 's', '--resource-group', 'g', '--account', 'a'];
  const approve = async (code: string) => {
    const browser = new Browser();
    const body = new URLSearchParams({ user_code: code });
    const page = await browser.take(await fetch(`${tenant.entraUrl}/devicelogin`, { method: 'POST', body }));
    const done = await browser.press(page, 'Anna Berg', tenant.entraUrl);
    await browser.open(done.location ?? '');
  };
  const failing = (status: number, path: RegExp) => (_method: string, asked: string) =>
    path.test(asked) ? Response.json({ error: { code: 'Code', message: 'Message.' } }, { status }) : undefined;
  const messageOf = ({ error }: Run) => error?.message;

  it('asks the Azure CLI for a token of each resource, for the tenant, and connects with them', async () => {
    const asked: string[] = [];
    const { error } = await run(PLACE, { variables: variables(), dependencies: cliOf('anna', asked) });
    expect(error).toBeUndefined();
    const command = 'account get-access-token --resource';
    expect(asked).toEqual([
      `${command} https://management.azure.com --output json --tenant ${tenant.tenantId}`,
      `${command} ${tenant.graphUrl} --output json --tenant ${tenant.tenantId}`,
    ]);
  });

  it('signs in with a code, once for both resources', async () => {
    let told = '';
    const tell = (line: string) => {
      told += line;
      const [code] = /\b[A-Z0-9]{8,9}\b/.exec(line) ?? [];
      if (/devicelogin/.test(line) && code) void approve(code);
    };
    const options = { variables: variables(), dependencies: { ...cliOf('nobody'), tell } };
    const { error, changes } = await run(
      [...PLACE, '--device-code', '--client-id', tenant.clients.cli.clientId],
      options,
    );
    expect([error, told.match(/devicelogin/g)?.length]).toEqual([undefined, 1]);
    expect(changes.filter((change) => change.startsWith('PUT '))).toHaveLength(1);
  }, 20_000);

  it('names the role when the person may not change app registrations', async () => {
    const token = () => tenant.token({ user: 'ben', client: 'cli', audience: 'graph', scope: 'User.Read' });
    const { cli } = cliOf('ben');
    const weak = async (args: readonly string[]) =>
      args[3] === tenant.graphUrl ? JSON.stringify({ accessToken: await token() }) : cli(args);
    const refused = await run(PLACE, { variables: variables(), dependencies: { cli: weak } });
    expect(messageOf(refused)).toContain('403 Authorization_RequestDenied');
    expect(messageOf(refused)).toContain('Application Developer or Cloud Application Administrator');
    expect(refused.changes).toEqual([]);
  });

  it.each([
    ['ENOENT', '', 'The Azure CLI is not installed'],
    [1, "ERROR: Please run 'az login' to setup account.", "Run: az login\nERROR: Please run 'az login'"],
  ])('says what to do when az fails (%s)', async (code, stderr, message) => {
    const cli = () => Promise.reject(Object.assign(new Error('failed'), { code, stderr }));
    expect(messageOf(await run(PLACE, { variables: variables(), dependencies: { cli } }))).toContain(message);
  });

  it.each([
    [403, /connections\/fresh$/, 'they need the role Foundry Project Manager'],
    [401, /projects\/p$/, 'Sign in again'],
    [404, /projects\/p$/, 'There is no Foundry project "p" in account "local"'],
    [409, /connections\/fresh$/, 'Something else is changing it. Run this again'],
    [429, /connections\/fresh$/, 'Too many requests'],
    [500, /connections\/fresh$/, 'Run this again: what is done stays done'],
  ])('for %i at %s', async (status, path, message) => {
    expect(messageOf(await run([], { answer: failing(status, path) }))).toContain(message);
  });

  it('tries again what Entra does not find yet, and what it is too busy for', async () => {
    const answers = [404, 400, 503, 429];
    const busy = (method: string, path: string) => {
      const status = method === 'POST' && /servicePrincipals$/.test(path) ? answers.shift() : undefined;
      return status === undefined ? undefined : Response.json({}, { status, headers: { 'retry-after': '1' } });
    };
    expect((await run([], { answer: busy })).error).toBeUndefined();
    expect(answers).toEqual([]);
  });

  it.each(['2025-09-01', '2025-06-01'])('asks in an older api-version where %s is refused', async (newest) => {
    const asked: string[] = [];
    const answer = (method: string, path: string, version: string | null) => {
      if (!path.includes('/providers/')) return undefined;
      asked.push(`${method} ${version}`);
      const body = { error: { code: 'MissingApiVersionParameter', message: 'Not this one.' } };
      return (version ?? '') >= newest ? Response.json(body, { status: 400 }) : undefined;
    };
    const { error } = await run([], { answer });
    expect(error).toBeUndefined();
    // Once refused, a version is not asked for again.
    expect(asked.filter((one) => one.endsWith('2025-09-01'))).toEqual(['GET 2025-09-01']);
    expect(asked.at(-1)).toMatch(/^PUT 2025-/);
  });

  it('says what the newest api-version was answered where all are refused', async () => {
    const answer = (_method: string, path: string, version: string | null) =>
      path.includes('/providers/')
        ? Response.json({ error: { code: 'BadRequest', message: `Of ${version}.` } }, { status: 400 })
        : undefined;
    expect(messageOf(await run([], { answer }))).toContain('400 BadRequest: Of 2025-09-01.');
  });

  it.each<[readonly string[], Readonly<Record<string, string>>, string]>([
    [['--connection', 'No Such Name'], {}, 'write 3 to 24 of a-z, 0-9 and -'],
    [['--name', 'No Such Name'], {}, 'write at most 40 of a-z, 0-9 and -'],
    [['--unknown'], {}, "Unknown option '--unknown'"],
    [[], { TOOLSETS: 'calender' }, 'did you mean calendar?'],
  ])('for %j and %j, before anything is asked', async (args, given, message) => {
    const { error, changes } = await run(args, { variables: given });
    expect([error?.message, changes]).toEqual([expect.stringContaining(message), []]);
  });

  it.each([
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is missing'],
    [{ PUBLIC_URL: 'http://behalf.example/mcp' }, 'Foundry reaches https only'],
    [{ PUBLIC_URL: 'https://behalf.example/mcp?a=b' }, 'Foundry drops what stands after "?"'],
    [{ ENTRA_CLIENT_ID: '99999999-9999-4999-8999-999999999999' }, 'the tenant has no such app registration'],
  ])('for the environment %j', async (changed, message) => {
    const given = { ...variables(), ...changed };
    expect(messageOf(await run(PLACE, { variables: given, dependencies: cliOf('anna') }))).toContain(message);
  });

  it('when the project is not named', async () => {
    const options = { args: ['--account', 'a'], variables: variables(), dependencies: cliOf('anna') };
    expect(messageOf(await connect(tenant, options))).toMatch(/^--subscription, --resource-group, --project missing/);
  });

  it('when a registration of the name is there that it did not make', async () => {
    const options = { args: [...PLACE, '--project', 'p'], variables: variables(), dependencies: cliOf('anna') };
    const { error } = await connect(tenant, options);
    expect(error?.message).toContain('has an app registration "Behalf" (1c0de4a1-77b0-4a4e-8a51-c0ffee00a001)');
    expect(error?.message).toContain('set ENTRA_CLIENT_ID=1c0de4a1-77b0-4a4e-8a51-c0ffee00a001');
  });
});
