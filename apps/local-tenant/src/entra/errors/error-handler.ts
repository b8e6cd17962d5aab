import type { ErrorRequestHandler } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { EntraError, errorBody } from './entra-error.js';

/** Answers with Entra's JSON; must be the last handler of the router. */
export function entraErrorHandler(state: TenantState): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const known = error instanceof EntraError ? error : new EntraError(9002313, { about: messageOf(error) });
    const correlationId = request.get('client-request-id') ?? String(request.query['client-request-id'] ?? '');
    const body = errorBody(known, {
      now: state.clock(),
      entraUrl: state.entraUrl,
      correlationId: correlationId || undefined,
      omitSuberror: state.switches.values.omitSuberror,
    });
    response.status(known.status).set('Cache-Control', 'no-store, no-cache').json(body);
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
