import type { Response } from 'express';
import { randomUUID } from 'node:crypto';

/** The id of a request in every record, and when it came (milliseconds since the epoch). */
export interface RequestContext {
  readonly traceId: string;
  readonly startedAt: number;
}

/** Kept with the response from the first time it is asked for, which is when the request comes in. */
export function requestContext({ locals }: Pick<Response, 'locals'>): RequestContext {
  const known = locals as { served?: RequestContext };
  return (known.served ??= { traceId: randomUUID(), startedAt: Date.now() });
}
