import { spawn } from '@lydell/node-pty';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT } from '../../apps/chat/src/exit-codes.js';
import { item, said, startTinyFoundry, type TinyFoundry } from './support/tiny-foundry.js';

const CONSENT = { type: 'oauth_consent_request', id: 'o1', consent_link: 'https://consent.example/login?data=1' };
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

let foundry: TinyFoundry;
beforeEach(async () => {
  foundry = await startTinyFoundry();
});
afterEach(() => foundry.close());

/** The program in a terminal of its own. */
class Terminal {
  screen = '';
  readonly exitCode: Promise<number>;
  readonly #pty;

  constructor(...args: readonly string[]) {
    const token = [{}, { scp: 'user_impersonation' }, {}]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const file = join(mkdtempSync(join(tmpdir(), 'behalf-')), 'token');
    writeFileSync(file, token);
    const typescript = pathToFileURL(resolve('test/support/typescript.mjs')).href;
    const program = ['--no-warnings', '--import', typescript, 'apps/chat/src/main.ts'];
    const options = ['--endpoint', foundry.endpoint, '--token-file', file, ...args];
    this.#pty = spawn(process.execPath, [...program, ...options], { cols: 120, rows: 40 });
    this.#pty.onData((data) => (this.screen += data));
    this.exitCode = new Promise((end) => this.#pty.onExit(({ exitCode }) => end(exitCode)));
  }

  async shows(text: string): Promise<void> {
    while (!this.screen.includes(text)) await new Promise((again) => setTimeout(again, 20));
  }

  type(text: string): void {
    this.#pty.write(text);
  }
}

describe('in a terminal', () => {
  it('one talks, gets the consent link, goes on after it, and ends with Ctrl-D', async () => {
    foundry.next(item(CONSENT), said('Your meetings are these.'));
    const terminal = new Terminal();
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
    const asking = new Terminal();
    await asking.shows('you> ');
    asking.type(CTRL_C);
    expect(await asking.exitCode).toBe(EXIT.interrupted);

    foundry.next('never');
    const waiting = new Terminal('hello');
    while (foundry.asked.length === 0) await new Promise((again) => setTimeout(again, 20));
    waiting.type(CTRL_C);
    expect(await waiting.exitCode).toBe(EXIT.interrupted);
  });

  it('a script gets lines of JSON and an exit code', async () => {
    foundry.next(item(CONSENT));
    const script = new Terminal('--json', 'what is on today?');
    expect(await script.exitCode).toBe(EXIT.consentNeeded);
    expect(script.screen).toContain('{"type":"consent","url":"https://consent.example/login?data=1"}');
  });
});
