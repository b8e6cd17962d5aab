import { EXIT } from '../../apps/chat/src/exit-codes.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { oneIn } from '../support/depth.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { FoundryDriver } from '../foundry/support/foundry-driver.js';
import { program, Terminal, tokenFile, tokenOfAPerson } from './support/terminal.js';
import { item, said, startTinyFoundry, type TinyFoundry } from './support/tiny-foundry.js';
import { keptOpen } from '../support/keep-open.js';

const CONSENT = { type: 'oauth_consent_request', id: 'o1', consent_link: 'https://consent.example/login?data=1' };
const APPROVAL = {
  type: 'mcp_approval_request',
  id: 'a1',
  server_label: 'behalf',
  name: 'calendar_create_event',
  arguments: '{}',
};
const PAGE = 'https://behalf.example/approvals/v1.AAAA';
const WAITING = {
  type: 'mcp_call',
  id: 'c1',
  server_label: 'behalf',
  name: 'mail_send_draft',
  arguments: '{}',
  error: JSON.stringify({
    error: { code: 'approval_required', message: 'Nothing was done.', url: PAGE, endsAt: '2026-12-01T10:00:00Z' },
  }),
};
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

describe('in a terminal', () => {
  let foundry: TinyFoundry;
  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    foundry = await keep(startTinyFoundry());
  });

  function aTerminal(...args: readonly string[]): Terminal {
    return new Terminal(program('--endpoint', foundry.endpoint, '--token-file', tokenFile(tokenOfAPerson()), ...args));
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

  it('one is shown the page of an approval, and the agent is asked again once one has decided', async () => {
    foundry.next(item(WAITING), said('It is sent.'));
    const terminal = aTerminal('send it');
    await terminal.shows('mail_send_draft waits for you. Nothing was done.');
    await terminal.shows(PAGE);
    await terminal.shows('Open it in the browser now?');
    terminal.type('n\r');
    await terminal.shows('Press Enter when you have decided');
    terminal.type('\r');
    await terminal.shows('It is sent.');
    expect(await terminal.exitCode).toBe(EXIT.answered);
  });

  it('one leaves an approval for later', async () => {
    foundry.next(item(WAITING));
    const terminal = aTerminal('send it');
    await terminal.shows('Open it in the browser now?');
    terminal.type('n\r');
    await terminal.shows('Press Enter when you have decided');
    terminal.type('n\r');
    expect(await terminal.exitCode).toBe(EXIT.approvalNeeded);
  });

  it('Ctrl-C ends it at a question', async () => {
    const asking = aTerminal();
    await asking.shows('you> ');
    asking.type(CTRL_C);
    expect(await asking.exitCode).toBe(EXIT.interrupted);
  });

  it.each(
    oneIn(3, [
      ['Ctrl-D after words typed ahead', `yes${CTRL_D}`],
      ['Ctrl-D', CTRL_D],
      ['Ctrl-C', CTRL_C],
    ] as const),
  )('%s ends it while the agent is at work, before and within its answer', async (_, key) => {
    foundry.next('never');
    const waiting = aTerminal('hello');
    await foundry.isAsked();
    waiting.type(key);
    expect(await waiting.exitCode).toBe(EXIT.interrupted);

    foundry.next([...said('Half an').slice(0, -1), 'hold']);
    const answering = aTerminal('hello');
    await answering.shows('Half an');
    answering.type(key);
    expect(await answering.exitCode).toBe(EXIT.interrupted);
  });

  it('Ctrl-D ends a talk while the agent is at work too', async () => {
    foundry.next([...said('Half an').slice(0, -1), 'hold']);
    const talking = aTerminal();
    await talking.shows('you> ');
    talking.type('hello\r');
    await talking.shows('Half an');
    talking.type(CTRL_D);
    expect(await talking.exitCode).toBe(EXIT.answered);
  });

  it.each(
    oneIn(2, [
      ['approval', APPROVAL, 'Allow it?', EXIT.approvalNeeded],
      ['consent', CONSENT, 'Press Enter when you have agreed', EXIT.consentNeeded],
    ] as const),
  )('Ctrl-C and Ctrl-D end it at the question for %s', async (_, request, question, left) => {
    for (const [key, code] of [
      [CTRL_C, EXIT.interrupted],
      [CTRL_D, left],
    ] as const) {
      foundry.next(item(request));
      const asking = aTerminal('hello');
      if (request === CONSENT) {
        await asking.shows('Open it in the browser now?');
        asking.type('n\r');
      }
      await asking.shows(question);
      asking.type(key);
      expect(await asking.exitCode).toBe(code);
    }
    expect(foundry.asked).toHaveLength(2);
  });

  it('what was typed before a question does not answer it', async () => {
    const [start, ...rest] = item(APPROVAL);
    foundry.next([start!, { type: 'response.output_text.delta', delta: 'Well.' }, 'hold', ...rest]);
    const terminal = aTerminal('hello');
    await terminal.shows('Well.');
    terminal.type('y\r');
    await terminal.shows('Well.y');
    foundry.goOn();
    await terminal.shows('Allow it?');
    terminal.type(CTRL_C);
    expect(await terminal.exitCode).toBe(EXIT.interrupted);
    expect(foundry.asked).toHaveLength(1);
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
    const endpoint = `${tenant.foundryUrl}/api/projects/p`;
    return new Terminal(program('--endpoint', endpoint, '--token-file', tokenFile(await driver.token(user)), ...args));
  }

  it.each(
    oneIn(2, [
      ['anna', 'Anna Berg'],
      ['ben', 'Ben Carter'],
    ] as const),
  )('%s consents once by the link and is answered as that person', async (user, name) => {
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
    await terminal.shows('From calendar_list_events');
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
