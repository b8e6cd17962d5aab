import { EXIT } from '../../apps/chat/src/exit-codes.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { FoundryDriver } from '../foundry/support/foundry-driver.js';
import { Terminal } from './support/terminal.js';
import { item, said, startTinyFoundry, type TinyFoundry } from './support/tiny-foundry.js';
import { keptOpen } from '../support/keep-open.js';

const CONSENT = { type: 'oauth_consent_request', id: 'o1', consent_link: 'https://consent.example/login?data=1' };
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

describe('in a terminal', () => {
  let foundry: TinyFoundry;
  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    foundry = await keep(startTinyFoundry());
  });

  function aTerminal(...args: readonly string[]): Terminal {
    const token = [{}, { scp: 'user_impersonation' }, {}]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return new Terminal(foundry.endpoint, token, ...args);
  }

  it('one talks, gets the consent link, goes on after it, and ends with Ctrl-D', async () => {
    foundry.next(item(CONSENT), said('Your meetings are these.'));
    const terminal = aTerminal();
    await terminal.shows('you> ');
    terminal.type('what is on today?\r');
    await terminal.shows(CONSENT.consent_link);
    await terminal.shows('Open it in the browser now?');
    terminal.type('n\r');
    await terminal.shows('Press Enter when you have agreed');
    terminal.type('\r');
    await terminal.shows('Your meetings are these.');
    terminal.type(CTRL_D);
    expect(await terminal.exitCode).toBe(EXIT.answered);
  });

  it('Ctrl-C ends it at a question, and while the agent is at work', async () => {
    const asking = aTerminal();
    await asking.shows('you> ');
    asking.type(CTRL_C);
    expect(await asking.exitCode).toBe(EXIT.interrupted);

    foundry.next('never');
    const waiting = aTerminal('hello');
    while (foundry.asked.length === 0) await new Promise((again) => setTimeout(again, 20));
    waiting.type(CTRL_C);
    expect(await waiting.exitCode).toBe(EXIT.interrupted);
  });

  it('a script gets lines of JSON and an exit code', async () => {
    foundry.next(item(CONSENT));
    const script = aTerminal('--json', 'what is on today?');
    expect(await script.exitCode).toBe(EXIT.consentNeeded);
    expect(script.screen).toContain('{"type":"consent","url":"https://consent.example/login?data=1"}');
  });
});

describe('with the local Foundry, Behalf and Graph', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;
  let driver: FoundryDriver;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant));
    driver = new FoundryDriver(tenant, behalf.url);
    await driver.agent('behalf', driver.oauth());
  });

  async function terminalOf(user: string, ...args: readonly string[]): Promise<Terminal> {
    return new Terminal(`${tenant.foundryUrl}/api/projects/p`, await driver.token(user), ...args);
  }

  it.each([
    ['anna', 'Anna Berg'],
    ['ben', 'Ben Carter'],
  ])('%s consents once by the link and is answered as that person', async (user, name) => {
    const terminal = await terminalOf(user);
    await terminal.shows('you> ');
    terminal.type('who am i\r');
    await terminal.shows('Open it in the browser now?');
    const [link = ''] = /https:\/\/\S+/.exec(terminal.screen) ?? [];
    await driver.follow(link, name);
    terminal.type('n\r');
    await terminal.shows('Press Enter when you have agreed');
    terminal.type('\r');
    await terminal.shows(`Acting as "${name}"`);
    terminal.screen = '';
    terminal.type('what is on this week? my meetings this week\r');
    await terminal.shows(' events (');
    expect(terminal.screen).not.toContain('consent');
    terminal.type(CTRL_D);
    expect(await terminal.exitCode).toBe(EXIT.answered);
  });

  it('a script goes on without a question once consent was given', async () => {
    const script = await terminalOf('anna', '--json', 'who am i');
    expect(await script.exitCode).toBe(EXIT.answered);
    expect(script.screen).toContain('"name":"get_my_context"');
  });
});
