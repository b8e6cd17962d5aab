import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const CONTEXT = Symbol('Context of the request');

/** What holds for a request from its arrival on. */
export interface RequestContext {
  /** In every record of it. */
  readonly traceId: string;
  /** When it came, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** Aborted when the client closes the connection before it has its answer. */
  readonly signal: AbortSignal;
}

/** Kept with the response from the first time it is asked for, which is when the request comes in. */
export function requestContext(response: ServerResponse): RequestContext {
  const known = response as { [CONTEXT]?: RequestContext };
  return (known[CONTEXT] ??= { traceId: randomUUID(), startedAt: Date.now(), signal: whenGone(response) });
}

function whenGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
