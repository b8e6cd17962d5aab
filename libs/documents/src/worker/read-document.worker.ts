import { parentPort, workerData } from 'node:worker_threads';
import { readerOf } from '../formats/index.js';
import { Full, TextOut } from '../formats/text-out.js';
import { Unreadable } from '../formats/unreadable.js';
import type { Job, Outcome } from './job.js';
import { limitArrays } from './limit-arrays.js';

/** Bytes; what the reader of PDFs unpacks grows by doubling, and text of this size is in no document. */
const LARGEST_ARRAY = 128 * 1024 * 1024;

const { kind, content, maxCharacters, ...hints } = workerData as Job;

limitArrays(LARGEST_ARRAY);
parentPort?.postMessage(await read());

async function read(): Promise<Outcome> {
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
