import { parentPort, workerData } from 'node:worker_threads';
import { readerOf } from '../formats/index.js';
import { Unreadable } from '../formats/unreadable.js';
import type { Job, Outcome } from './job.js';

const { kind, content, ...hints } = workerData as Job;

parentPort?.postMessage(await read());

async function read(): Promise<Outcome> {
  try {
    const reader = await readerOf(kind);
    const text = await reader(content, hints);
    return { text: text.slice(0, hints.mostText), truncated: text.length > hints.mostText };
  } catch (error) {
    return { why: error instanceof Unreadable ? error.message : 'The file is broken, or not what its name says.' };
  }
}
