import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decodeJwt } from 'jose';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

describe('npm run token', () => {
  let tenant: LocalTenant;
  let folder: string;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    folder = await mkdtemp(join(tmpdir(), 'behalf-token-'));
    await keep({ close: () => rm(folder, { recursive: true }) });
  });

  async function asStarted(control = tenant.controlUrl): Promise<void> {
    await mkdir(join(folder, '.behalf'), { recursive: true });
    const local = { control, ca: resolve('.behalf/tls/ca.pem') };
    await writeFile(join(folder, '.behalf', 'local.json'), JSON.stringify(local));
  }

  async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: '' };
    const child = spawn(process.execPath, [resolve('scripts/token.mjs'), ...args], { cwd: folder, env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, out, err };
  }

  it('says how to start the tenant when nothing was started', async () => {
    expect(await run()).toEqual({ code: 1, out: '', err: expect.stringContaining('Start it first: npm start') });
  });

  it('says the same when what was started is gone', async () => {
    await asStarted('https://localhost:1');
    expect(await run()).toEqual({ code: 1, out: '', err: expect.stringContaining('Start it first: npm start') });
  });

  it('prints a token of Anna through Foundry, and nothing else', async () => {
    await asStarted();
    const { code, out, err } = await run();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(out.trim())).toMatchObject({ name: 'Anna Berg', azp: tenant.clients.foundry.clientId });
  });

  it('takes every option', async () => {
    await asStarted();
    const asked = ['--user', 'ben', '--scope', 'User.Read Calendars.Read', '--client', 'cli', '--expires-in', '60'];
    const claims = decodeJwt((await run(...asked, '--tenant', 'otterbank')).out.trim());
    expect(claims).toMatchObject({
      name: 'Ben Carter',
      scp: 'User.Read Calendars.Read',
      azp: tenant.clients.cli.clientId,
      tid: tenant.directory.tenant('otterbank')?.id,
      exp: Number(claims.iat) + 60,
    });
    expect(decodeJwt((await run('--audience', 'graph')).out.trim()).aud).toBe('https://graph.microsoft.com');
    expect(decodeJwt((await run('--client', 'agent', '--app-only')).out.trim())).not.toHaveProperty('scp');
  });

  it.each([
    [['--user', 'zoe'], /no user "zoe"\. Known: anna, ben, chitra/],
    [['--scope', 'Everything'], /no scope "Everything"\. Known: User\.Read/],
    [['--client', 'x'], /no client "x"\. Known: /],
    [['--expires-in', 'soon'], /write whole seconds/],
    [['--nonsense'], /nonsense/],
  ])('says what is wrong with %j', async (args, message) => {
    await asStarted();
    expect(await run(...args)).toEqual({ code: 1, out: '', err: expect.stringMatching(message) });
  });
});
