import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { RequestLog } from '../../directory/types.js';

const DIAGNOSTIC = JSON.stringify({
  ServerInfo: { DataCenter: 'Local', Slice: 'E', Ring: '1', ScaleUnit: '000', RoleInstance: 'LOCAL' },
});

/** Ids of a request, as its answer and its errors carry them. */
export interface Trace {
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** Gives every answer Graph's headers and the log its line. */
export function traceRequests(log: RequestLog, clock: () => Date): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const trace: Trace = { requestId, clientRequestId: request.get('client-request-id') ?? requestId };
    response.locals['trace'] = trace;
    response.set({
      'request-id': requestId,
      'client-request-id': trace.clientRequestId,
      'x-ms-ags-diagnostic': DIAGNOSTIC,
      'Cache-Control': 'private',
      Date: new Date().toUTCString(),
    });
    const path = request.originalUrl.split('?')[0] ?? '';
    response.on('finish', () =>
      log.add({
        time: clock().toISOString(),
        service: 'graph',
        method: request.method,
        path,
        status: response.statusCode,
        requestId,
        userId: userIdOf(response),
      }),
    );
    next();
  };
}

export function traceOf(response: Response): Trace {
  return response.locals['trace'] as Trace;
}

function userIdOf(response: Response): string | undefined {
  return response.locals['userId'] as string | undefined;
}
