import type { Documented } from './examples.js';

/** Status, method, address, what is sent and what the answer has. */
export type Kept = readonly [
  status: number,
  method: string,
  url: string,
  parts?: Partial<Documented> & { answer?: unknown },
];
