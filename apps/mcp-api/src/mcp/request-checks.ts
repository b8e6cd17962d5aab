import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { RequestError } from '../errors/request-error.js';
import { requestContext } from './request-context.js';

/** The parser would read these, and a gateway in front of us would read something else. */
const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?utf-?8"?\s*(;|$))/i;

/** Starts the clock of a request; must be the first of all. */
export const noteArrival: RequestHandler = (_request, response, next) => {
  requestContext(response);
  next();
};

/** Refuses a foreign Host or Origin: MCP's defence against DNS rebinding (streamable HTTP transport, "Security"). */
export function checkHostAndOrigin(allowedHosts: readonly string[], allowedOrigins: readonly string[]): RequestHandler {
  return ({ headers }, _response, next) => {
    if (!validateHostHeader(headers.host, [...allowedHosts]).ok) throw new RequestError('host_not_allowed');
    if (!validateOriginHeader(headers.origin, [...allowedOrigins]).ok) throw new RequestError('origin_not_allowed');
    next();
  };
}

/** One parse of the body, up to the limit; anything but JSON in UTF-8 (RFC 8259 section 8.1) is refused. */
export function parseJsonBody(limit: number): RequestHandler[] {
  const requireJson: RequestHandler = (request, _response, next) => {
    const type = request.headers['content-type'] ?? '';
    const isJson = request.is('application/json') && !OTHER_CHARSET.test(type);
    if (request.method === 'POST' && !isJson) throw new RequestError('media_type_not_allowed');
    next();
  };
  return [requireJson, express.json({ limit, type: 'application/json', strict: true })];
}

const UNREADABLE = { 400: 'body_not_json', 413: 'body_too_large', 415: 'encoding_not_allowed' } as const;

/** What the body parser could not read, and why; its own messages quote the body. */
export const refuseUnreadableBody: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  const { status } = error as { status?: unknown };
  const known = Object.entries(UNREADABLE).find(([code]) => Number(code) === status);
  next(known && !(error instanceof RequestError) ? new RequestError(known[1], error) : error);
};
