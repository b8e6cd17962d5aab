import openInBrowser from 'open';
import { createInterface } from 'node:readline/promises';
import { chat } from './chat.js';
import { ChatError, EXIT } from './exit-codes.js';
import { readOptions, USAGE } from './options.js';
import type { Terminal } from './surfaces/terminal.surface.js';

const interrupted = new AbortController();
const { signal } = interrupted;
const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
lines.on('SIGINT', () => interrupted.abort());
process.on('SIGINT', () => interrupted.abort());

const terminal: Terminal = {
  write: (text) => void process.stdout.write(text),
  ask: (question) => Promise.race([lines.question(question, { signal }), ended()]),
  open: async (url) => void (await openInBrowser(url)),
};

process.exitCode = await run();
lines.close();
process.stdin.unref?.();

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

/** Ctrl-D: there is nobody left to ask. */
function ended(): Promise<never> {
  return new Promise((_, reject) =>
    lines.once('close', () => reject(new ChatError('The input ended.', EXIT.interrupted))),
  );
}
