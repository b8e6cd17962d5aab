import { parentPort, workerData } from 'node:worker_threads';
import { readerOf } from '../formats/index.js';
import { Full, TextOut } from '../formats/text-out.js';
import { Unreadable } from '../formats/unreadable.js';
import type { Job, Outcome } from './job.js';

const { kind, content, mostText, ...hints } = workerData as Job;

parentPort?.postMessage(await read());

async function read(): Promise<Outcome> {
  const out = new TextOut(mostText);
  try {
    const reader = await readerOf(kind);
    await reader(content, out, hints);
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message };
    if (!(error instanceof Full)) return { why: 'The file is damaged, or not what its name says.' };
  }
  return out.result;
}
