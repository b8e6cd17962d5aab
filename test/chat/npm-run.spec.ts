import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { EXIT } from '../../apps/chat/src/exit-codes.js';
import { Browser } from '../local-tenant/entra/browser.js';
import { ensureBuilt } from '../../scripts/built.mjs';
import { DEEP, oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { NO_BROWSER, Terminal, tokenFile, tokenOfAPerson } from './support/terminal.js';
import { said, startTinyFoundry, type TinyFoundry } from './support/tiny-foundry.js';

const CODE = /enter the code (\w+)/;
const NPM = ['npm', 'run', '-s', 'chat', '--'];

/** `npm run -s chat`, as the greeting of `npm start` writes it, where no browser can be opened. */
describe('npm run -s chat', () => {
  const keep = keptOpen();
  let tenant: LocalTenant;
  let foundry: TinyFoundry;
  let env: Record<string, string>;

  beforeAll(async () => {
    [tenant, foundry] = await Promise.all([keep(startTestTenant()), keep(startTinyFoundry())]);
    await ensureBuilt(['chat']);
    env = {
      AZURE_AUTHORITY_HOST: tenant.entraUrl,
      AZURE_TENANT_ID: tenant.tenantId,
      AZURE_CLIENT_ID: tenant.clients.cli.clientId,
    };
  }, 300_000);

  const inTerminal = (...args: readonly string[]) =>
    new Terminal([...NPM, '--endpoint', foundry.endpoint, ...args], env);

  it.each(
    oneIn(2, [
      ['Ctrl-C', '\u0003'],
      ['Ctrl-D', '\u0004'],
    ] as const),
  )('shows a link and a code, and %s ends it at once', async (_, key) => {
    const terminal = inTerminal('hello');
    await terminal.shows('enter the code');
    expect(terminal.screen).toContain(`${tenant.entraUrl}/devicelogin`);
    terminal.type(key);
    expect(await terminal.exitCode).toBe(EXIT.interrupted);
  });

  it('answers once the code was entered elsewhere', async () => {
    foundry.next(said('Hello Anna'));
    const terminal = inTerminal('hello');
    await terminal.shows('enter the code');
    await enter(CODE.exec(terminal.screen)?.[1] ?? '');
    expect(await terminal.exitCode).toBe(EXIT.answered);
    expect(terminal.screen).toContain('Hello Anna');
  });

  it.each(
    oneIn<[what: string, kill: (pid: number) => boolean]>(2, [
      ['npm alone gets SIGTERM', (pid) => process.kill(pid, 'SIGTERM')],
      ['all of it gets SIGINT', (pid) => process.kill(-pid, 'SIGINT')],
    ]),
  )('ends when %s, and leaves no process', async (_, kill) => {
    foundry.next('never');
    const before = foundry.asked.length;
    const args = ['--endpoint', foundry.endpoint, '--token-file', tokenFile(tokenOfAPerson()), 'hello'];
    const child = spawn('npm', [...NPM.slice(1), ...args], { stdio: 'ignore', detached: true });
    await foundry.isAsked(before + 1);
    const connectionEnds = foundry.isLeft();
    kill(child.pid!);
    await Promise.all([once(child, 'close'), connectionEnds]);
  });

  it('reads its questions from a pipe, one after the other, and without one says what is missing', async () => {
    foundry.next(said('one'), said('two'));
    expect(await piped('first\nsecond\n')).toMatchObject({
      code: EXIT.answered,
      out: expect.stringMatching(/one[^]*two/),
    });
    expect(foundry.asked.slice(-2).map(({ body }) => body['input'])).toEqual(['first', 'second']);
    if (DEEP) expect(await piped('')).toMatchObject({ code: EXIT.answered });
  });

  async function piped(typed: string): Promise<{ code: number; out: string }> {
    const args = ['--endpoint', foundry.endpoint, '--token-file', tokenFile(tokenOfAPerson())];
    const child = spawn('npm', [...NPM.slice(1), ...args], { env: { ...process.env, ...NO_BROWSER } });
    let out = '';
    child.stdout.on('data', (part) => (out += part));
    child.stdin.end(typed);
    const [code] = (await once(child, 'close')) as [number];
    return { code, out };
  }

  async function enter(code: string): Promise<void> {
    const browser = new Browser();
    const body = new URLSearchParams({ user_code: code });
    const page = await browser.take(await fetch(`${tenant.entraUrl}/devicelogin`, { method: 'POST', body }));
    await browser.open((await browser.press(page, 'Anna Berg', tenant.entraUrl)).location!);
  }
});
