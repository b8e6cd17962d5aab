import { type IPty, spawn } from '@lydell/node-pty';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiled } from '../../support/compiled.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing here says that a browser could be opened, whatever the machine has. */
export const NO_BROWSER = { DISPLAY: '', WAYLAND_DISPLAY: '', BROWSER: '', WSL_DISTRO_NAME: '' };

/** A command in a terminal of its own. */
export class Terminal {
  screen = '';
  readonly exitCode: Promise<number>;
  readonly #pty: IPty;

  constructor(command: readonly string[], env: Environment = {}) {
    const [file = '', ...args] = command;
    this.#pty = spawn(file, args, { cols: 120, rows: 40, env: { ...process.env, ...NO_BROWSER, ...env } });
    this.#pty.onData((data) => (this.screen += data));
    this.exitCode = new Promise((end) => this.#pty.onExit(({ exitCode }) => end(exitCode)));
  }

  get pid(): number {
    return this.#pty.pid;
  }

  async shows(text: string): Promise<void> {
    while (!this.screen.includes(text)) await new Promise((again) => setTimeout(again, 20));
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  kill(): void {
    this.#pty.kill('SIGKILL');
  }
}

/** The client. */
export function program(...args: readonly string[]): readonly string[] {
  return [process.execPath, '--no-warnings', fileURLToPath(compiled('apps/chat/src/main.ts')), ...args];
}

export function tokenFile(token: string): string {
  const file = join(temporaryFolder(), 'token');
  writeFileSync(file, token);
  return file;
}

/** A token of a person, as far as a client looks at it. */
export function tokenOfAPerson(): string {
  return [{}, { scp: 'user_impersonation' }, {}]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}
