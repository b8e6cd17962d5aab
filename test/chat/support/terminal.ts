import { spawn } from '@lydell/node-pty';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The program in a terminal of its own. */
export class Terminal {
  screen = '';
  readonly exitCode: Promise<number>;
  readonly #pty;

  constructor(endpoint: string, token: string, ...args: readonly string[]) {
    const file = join(mkdtempSync(join(tmpdir(), 'behalf-')), 'token');
    writeFileSync(file, token);
    const typescript = pathToFileURL(resolve('test/support/typescript.mjs')).href;
    const program = ['--no-warnings', '--import', typescript, 'apps/chat/src/main.ts'];
    const options = ['--endpoint', endpoint, '--token-file', file, ...args];
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
