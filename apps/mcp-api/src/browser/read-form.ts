import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { RequestError } from '../errors/request-error.js';
import { assertHost, noteArrival, toHandler } from '../mcp/request-checks.js';
import { protectPages } from './page.js';

const LIMITS = { limit: '16kb', extended: false, inflate: false, parameterLimit: 10 } as const;

/** For pages of ours: a small form, sent to a host of ours. Where it came from, the page checks itself. */
export function readPageForm(allowedHosts: readonly string[]): (RequestHandler | ErrorRequestHandler)[] {
  const checkHost: RequestHandler = (request, _response, next) => {
    assertHost(request, allowedHosts);
    next();
  };
  return [toHandler(noteArrival), protectPages, checkHost, express.urlencoded(LIMITS), refuseUnreadable];
}

/** The messages of the parser quote the body. */
const refuseUnreadable: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  if (error instanceof RequestError) return next(error);
  next(new RequestError((error as { status?: unknown }).status === 413 ? 'body_too_large' : 'encoding_not_allowed'));
};
