import { parentPort, workerData } from 'node:worker_threads';
import { READERS } from '../formats/index.js';
import { Unreadable } from '../formats/unreadable.js';
import type { Job, Outcome } from './job.js';

const { kind, content, mostText } = workerData as Job;

parentPort?.postMessage(await read());

async function read(): Promise<Outcome> {
  try {
    const text = await READERS[kind](content);
    return { text: text.slice(0, mostText), truncated: text.length > mostText };
  } catch (error) {
    return { why: error instanceof Unreadable ? error.message : 'The file is broken, or not what its name says.' };
  }
}
