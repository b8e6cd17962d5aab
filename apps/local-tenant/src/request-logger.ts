import type { RequestHandler } from 'express';
import type { RequestLogEntry } from './directory/types.js';
import type { TenantState } from './tenant-state.js';

/** Notes each answered request: method, path without its query, status. */
export function requestLogger(
  state: TenantState,
  service: RequestLogEntry['service'],
  onlyFaults = false,
): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request;
    response.once('close', () => {
      const fault = typeof response.locals.fault === 'string' ? response.locals.fault : undefined;
      if (onlyFaults && fault === undefined) return;
      const requestId = request.get('client-request-id');
      const status = response.writableEnded ? response.statusCode : 0;
      state.log.add({ time: state.clock().toISOString(), service, method, path, status, requestId, fault });
    });
    next();
  };
}
