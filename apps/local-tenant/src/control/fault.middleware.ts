import type { Request, RequestHandler, Response } from 'express';
import type { TenantState } from '../tenant-state.js';
import { EntraError, isAadstsNumber } from '../entra/errors/entra-error.js';
import { decodeJws } from '../entra/keys/jws.js';
import { cutAfter } from './cut-after.js';
import type { Fault, FaultSubject } from './faults.js';

/** Lets faults strike before a service sees the request, and notes whose it is; forms must be parsed before it. */
export function faultMiddleware(state: TenantState, service: Fault['service']): RequestHandler {
  return async (request, response, next) => {
    const subject = subjectOf(state, request);
    Object.assign(response.locals, { userId: subject.userIds[0], grant: subject.grant });
    const fault = state.faults.strike(service, subject);
    if (!fault) return next();
    response.locals.fault = fault.kind;
    if (fault.ms !== undefined) await pause(fault.ms);
    if (fault.kind === 'latency') return next();
    if (fault.kind === 'cut' && fault.afterBytes !== undefined)
      return cutAfter(fault.afterBytes, request, response, next);
    if (fault.kind === 'cut') return void request.socket.destroy();
    if (fault.kind === 'aadsts') return next(aadsts(fault));
    answer(response, fault);
  };
}

function answer(response: Response, { kind, status, retryAfter, body }: Fault): void {
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  if (kind === 'garbage')
    return void response
      .status(status ?? 200)
      .type('json')
      .send('{"half": "a bod');
  if (kind === 'empty') return void response.status(status ?? 200).end();
  response.status(status ?? 503).json(body ?? {});
}

function aadsts({ code = 0, claims }: Fault): EntraError {
  return new EntraError(isAadstsNumber(code) ? code : 90033, { about: 'the application', claims });
}

/** The person is read from the token without verifying it: a fault only needs to find its request. */
function subjectOf(state: TenantState, { method, path, headers, body }: Request): FaultSubject {
  const form = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const bearer = headers.authorization?.replace(/^bearer +/i, '');
  const oid = [form.assertion, bearer].map(objectIdOf).find((id) => id !== undefined);
  const user = oid === undefined ? undefined : state.directory.user(oid);
  const grant = typeof form.grant_type === 'string' ? form.grant_type : undefined;
  return { method, path, grant, userIds: [oid, user?.key].filter((id) => id !== undefined) };
}

function objectIdOf(token: unknown): string | undefined {
  const oid = typeof token === 'string' ? decodeJws(token)?.claims.oid : undefined;
  return typeof oid === 'string' ? oid : undefined;
}

/** Not to be awaited past the end of the process. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
