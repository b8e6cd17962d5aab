import process from 'node:process';
import { readerOf } from '../formats/index.js';
import { Full, TextOut } from '../formats/text-out.js';
import { Unreadable } from '../formats/unreadable.js';
import type { Job, Outcome } from './job.js';
import { limitArrays } from './limit-arrays.js';
import { watchMemory } from './watch-memory.js';

/** Bytes; what the reader of PDFs unpacks grows by doubling, and text of this size is in no document. */
const LARGEST_ARRAY = 48 * 1024 * 1024;

watchMemory(Number(process.argv[2]));
limitArrays(LARGEST_ARRAY);
// Signals for the server reach its whole group; it ends this process itself when its calls have ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
process.on(
  'message',
  (job: Job) => void receive(job.bytes).then(async (content) => process.send?.(await read(job, content))),
);

/** The next bytes of standard input: one document comes at a time. */
function receive(bytes: number): Promise<Uint8Array> {
  const content = new Uint8Array(bytes);
  let length = 0;
  return new Promise((resolve) => {
    const take = (chunk: Uint8Array) => {
      content.set(chunk, length);
      length += chunk.length;
      if (length < bytes) return;
      process.stdin.off('data', take).pause();
      resolve(content);
    };
    if (bytes === 0) resolve(content);
    else process.stdin.on('data', take).resume();
  });
}

async function read({ kind, bytes: _bytes, maxCharacters, ...hints }: Job, content: Uint8Array): Promise<Outcome> {
  const out = new TextOut(maxCharacters);
  try {
    const reader = await readerOf(kind);
    await reader(content, out, hints);
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message };
    if (!(error instanceof Full)) return { why: 'The file is damaged, or not what its name says.' };
  }
  return out.result;
}
