import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hasBrowser } from '../../apps/chat/src/browser/has-browser.js';
import { pageOf } from '../../apps/chat/src/browser/page.js';
import { EXIT } from '../../apps/chat/src/exit-codes.js';
import { readOptions } from '../../apps/chat/src/options.js';
import { signIn } from '../../apps/chat/src/sign-in/sign-in.js';
import { Browser } from '../local-tenant/entra/browser.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const keep = keptOpen();
let tenant: LocalTenant;
let told: string[];
let opened: string[];
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});
beforeEach(() => {
  [told, opened] = [[], []];
});

const browserOpens = async (url: string) => void opened.push(url);
const noBrowser = () => Promise.reject(new Error('no browser'));

function signingIn(way: string, open: (url: string) => Promise<void>, { limitMs = 300_000, authority = '' } = {}) {
  const args = ['--endpoint', 'https://foundry.example', '--sign-in', way];
  const env = {
    AZURE_AUTHORITY_HOST: authority || tenant.entraUrl,
    AZURE_TENANT_ID: tenant.tenantId,
    AZURE_CLIENT_ID: tenant.clients.cli.clientId,
  };
  const options = readOptions(args, env)!;
  const prompt = { tell: (message: string) => void told.push(message), open, page: (url: string) => pageOf(url) };
  const leaving = new AbortController();
  const source = signIn(options, prompt, limitMs);
  return { token: source(leaving.signal), again: () => source(leaving.signal), leave: () => leaving.abort() };
}

async function recipientsOfChange(words: RegExp): Promise<string> {
  for (;;) {
    const found = words.exec(told.join('\n'));
    if (found) return found[1] ?? found[0];
    await new Promise((again) => setTimeout(again, 20));
  }
}

/** The person, in a browser, who picks their account. */
async function pick(page: Awaited<ReturnType<Browser['open']>>, browser: Browser, name = 'Anna Berg'): Promise<void> {
  const picked = await browser.press(page, name, tenant.entraUrl);
  const decided = picked.location ? picked : await browser.press(picked, 'Accept', tenant.entraUrl);
  await browser.open(decided.location!);
}

async function enter(code: string): Promise<void> {
  const browser = new Browser();
  const body = new URLSearchParams({ user_code: code });
  const entered = await fetch(`${tenant.entraUrl}/devicelogin`, { method: 'POST', body });
  await pick(await browser.take(entered), browser);
}

const nameIn = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { name: string }).name;

describe('signing in with a browser', () => {
  it('prints the link that it opens, and brings the person who signs in there', async () => {
    const { token, again } = signingIn('browser', browserOpens);
    const link = await recipientsOfChange(/https:\S+/);
    expect(opened).toEqual([link]);
    const browser = new Browser();
    await pick(await browser.open(link), browser);
    expect(nameIn(await token)).toBe('Anna Berg');
    expect(nameIn(await again())).toBe('Anna Berg');
    expect(told).toHaveLength(1);
  });

  it('goes on with a code when no browser can be opened', async () => {
    const { token } = signingIn('browser', noBrowser);
    await enter(await recipientsOfChange(/enter the code (\w+)/));
    expect(nameIn(await token)).toBe('Anna Berg');
    expect(told.join('\n')).toContain('No browser could be opened here.');
  });

  it('says why when the person cancels', async () => {
    const { token } = signingIn('browser', browserOpens);
    const browser = new Browser();
    const page = await browser.open(await recipientsOfChange(/https:\S+/));
    const ended = browser.press(page, 'Cancel', tenant.entraUrl).then(({ location }) => browser.open(location!));
    await expect(token).rejects.toMatchObject({
      exitCode: EXIT.signIn,
      message: expect.stringMatching(/^Signing in failed: /),
    });
    expect((await ended).html).toContain('You are not signed in.');
  });

  it('is not ended by somebody else who asks at its address', async () => {
    const { token } = signingIn('browser', browserOpens);
    const link = await recipientsOfChange(/https:\S+/);
    const back = new URL(link).searchParams.get('redirect_uri')!;
    for (const path of ['/favicon.ico', '/?code=stolen', '/?code=stolen&state=guessed'])
      expect((await fetch(back + path)).status).toBe(404);
    const browser = new Browser();
    await pick(await browser.open(link), browser);
    expect(nameIn(await token)).toBe('Anna Berg');
  });
});

describe('a sign-in that nobody finishes', () => {
  it.each([
    ['browser', browserOpens, /https:/],
    ['device', noBrowser, /enter the code/],
  ])('ends after its time with a sentence (%s)', async (way, open, shown) => {
    const { token } = signingIn(way, open, { limitMs: 1_500 });
    await expect(token).rejects.toMatchObject({
      exitCode: EXIT.signIn,
      message: expect.stringMatching(/^Nobody signed in within .* minutes\./),
    });
    expect(told.join('\n')).toMatch(shown);
  });

  it.each([
    ['browser', browserOpens, /https:/],
    ['device', noBrowser, /enter the code/],
  ])('ends at once when it is left (%s)', async (way, open, shown) => {
    const { token, leave } = signingIn(way, open);
    await recipientsOfChange(shown);
    leave();
    await expect(token).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends at once while Entra does not answer', async () => {
    const asked = new Promise<void>((resolve) => silent.once('connection', () => resolve()));
    const authority = `http://localhost:${(silent.address() as AddressInfo).port}`;
    const { token, leave } = signingIn('device', noBrowser, { authority });
    const ended = expect(token).rejects.toBeDefined();
    await Promise.race([asked, ended]);
    leave();
    await ended;
  });

  let silent: Server;
  beforeAll(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, 'localhost', resolve));
    void keep({ close: () => (silent.close(), silent.closeAllConnections()) });
  });
});

describe('whether a browser can be opened', () => {
  it.each([
    ['a desktop', { DISPLAY: ':0' }, 'linux', true],
    ['a Wayland desktop', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    ['a Mac', {}, 'darwin', true],
    ['Windows', {}, 'win32', true],
    ['Windows Subsystem for Linux', { WSL_DISTRO_NAME: 'Debian' }, 'linux', true],
    ['no display', {}, 'linux', false],
    ['an empty display', { DISPLAY: '' }, 'linux', false],
    ['a session over SSH', { DISPLAY: ':10', SSH_CONNECTION: '1 2 3 4' }, 'linux', false],
    ['a Mac over SSH', { SSH_TTY: '/dev/ttys001' }, 'darwin', false],
    ['an editor that forwards links', { BROWSER: '/helper.sh', SSH_CONNECTION: '1 2 3 4' }, 'linux', true],
  ] as const)('%s', (_, env, platform, expected) => {
    expect(hasBrowser(env, platform, () => false)).toBe(expected);
  });

  it('not in a container', () => {
    expect(hasBrowser({ DISPLAY: ':0' }, 'linux', (file) => file === '/.dockerenv')).toBe(false);
  });
});

it('a page of the local tenant is also named where browsers do not warn of its certificate', () => {
  const local = { url: 'http://localhost:7447', origins: ['https://localhost:7446'] };
  const page = pageOf('https://localhost:7446/login/1?data=2', local);
  expect(page.best).toBe('http://localhost:7447/login/1?data=2');
  expect(page.text).toMatch(/^https:\/\/localhost:7446\/login\/1\?data=2\n\nBrowsers warn/);
  expect(pageOf('https://login.microsoftonline.com/x', local)).toEqual({
    text: 'https://login.microsoftonline.com/x',
    best: 'https://login.microsoftonline.com/x',
  });
});
