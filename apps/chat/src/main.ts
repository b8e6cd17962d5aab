import { openBrowser } from './browser/open-browser.js';
import { chat } from './chat.js';
import { ChatError, EXIT } from './exit-codes.js';
import { readOptions, USAGE } from './options.js';
import { PipedInput } from './terminal/piped-input.js';
import type { Terminal } from './terminal/terminal.js';
import { TypedInput } from './terminal/typed-input.js';

const interrupted = new AbortController();
const { signal } = interrupted;
const interrupt = (why?: Error) => interrupted.abort(why);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupt());
// Whoever read our output has gone.
process.stdout.on('error', () => process.exit(EXIT.failed));

const write = (text: string) => void process.stdout.write(text);
const input = process.stdin.isTTY
  ? new TypedInput({ input: process.stdin, output: process.stdout }, interrupt, signal)
  : new PipedInput(process.stdin, write, signal);
const terminal: Terminal = { write, ask: (question) => input.ask(question), open: openBrowser };

const code = await run();
// A sign-in or a request that was left may hold the process for minutes.
process.stdout.write('', () => process.exit(code));

async function run(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2), process.env);
    if (options) return await chat(options, terminal, signal);
    terminal.write(USAGE);
    return EXIT.answered;
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
    return error instanceof ChatError ? error.exitCode : EXIT.failed;
  }
}
