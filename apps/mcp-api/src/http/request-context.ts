import type { Response } from 'express';
import { randomUUID } from 'node:crypto';

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
export function requestContext(response: Pick<Response, 'locals' | 'once' | 'writableFinished'>): RequestContext {
  const known = response.locals as { served?: RequestContext };
  return (known.served ??= { traceId: randomUUID(), startedAt: Date.now(), signal: whenGone(response) });
}

function whenGone(response: Pick<Response, 'once' | 'writableFinished'>): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
