import process from 'node:process';
import { Worker } from 'node:worker_threads';

/** Runs in a thread, because the main thread of a process that reads a hostile document has no time for it. */
const WATCH = `
const { workerData: { maxBytes, parent } } = require('node:worker_threads');
setInterval(() => {
  if (process.memoryUsage.rss() > maxBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 10);
`;

/** Kills this process as soon as it holds more memory than this, of whatever kind, or its parent is gone. */
export function watchMemory(maxBytes: number): void {
  new Worker(WATCH, {
    eval: true,
    workerData: { maxBytes, parent: process.ppid },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  }).unref();
}
