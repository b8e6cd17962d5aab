import { Logger } from '@nestjs/common';
import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { jsonRpcError } from './json-rpc-error.js';

/** 403 for a foreign Host or Origin: MCP's defence against DNS rebinding (streamable HTTP transport, "Security"). */
export function checkHostAndOrigin(allowedHosts: readonly string[], allowedOrigins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const host = validateHostHeader(request.headers.host, [...allowedHosts]);
    const origin = validateOriginHeader(request.headers.origin, [...allowedOrigins]);
    if (host.ok && origin.ok) return next();
    response.status(403).json(jsonRpcError(-32000, host.ok ? 'Origin not allowed.' : 'Host not allowed.'));
  };
}

/** The parser would read these, and a gateway in front of us would read something else. */
const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?utf-?8"?\s*(;|$))/i;

/** One parse of the body, up to the limit; anything but JSON in UTF-8 (RFC 8259 section 8.1) is 415. */
export function parseJsonBody(limit: number): RequestHandler[] {
  const requireJson: RequestHandler = (request, response, next) => {
    const type = request.headers['content-type'] ?? '';
    if (request.method !== 'POST' || (request.is('application/json') && !OTHER_CHARSET.test(type))) return next();
    response.status(415).json(jsonRpcError(-32000, 'Content-Type must be application/json in UTF-8.'));
  };
  return [requireJson, express.json({ limit, type: 'application/json', strict: true })];
}

/** What the body parser could not read, as JSON-RPC says it: too large 413, not JSON 400 with -32700. */
export const answerUnreadableBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = (error as { status?: number }).status;
  if (status === 413) return void response.status(413).json(jsonRpcError(-32000, 'The request body is too large.'));
  if (status === 415)
    return void response.status(415).json(jsonRpcError(-32000, 'Content-Encoding or charset not supported.'));
  if (status === 400) return void response.status(400).json(jsonRpcError(-32700, 'The request body is not JSON.'));
  new Logger('Http').error('unforeseen failure before the body was read');
  next(error);
};
