import type { RequestHandler } from 'express';
import type { RequestLogEntry } from './directory/types.js';
import type { TenantState } from './tenant-state.js';

/** Notes each request when it ends: method, path without its query, status, whose it was. */
export function requestLogger(
  state: TenantState,
  service: RequestLogEntry['service'],
  onlyFaults = false,
): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request;
    response.once('close', () => {
      const { fault, userId, grant } = response.locals as Pick<RequestLogEntry, 'fault' | 'userId' | 'grant'>;
      if (onlyFaults && fault === undefined) return;
      const requestId = request.get('client-request-id');
      const status = response.writableEnded ? response.statusCode : 0;
      const time = state.clock().toISOString();
      state.log.add({ time, service, method, path, status, requestId, userId, grant, fault });
    });
    next();
  };
}
