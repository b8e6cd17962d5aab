import type { RequestHandler } from 'express';

/** What clients of MCP send beside what browsers always may (streamable HTTP transport, 2025-11-25 and 2026-07-28). */
const REQUEST_HEADERS = ['authorization', 'content-type', 'accept', 'mcp-protocol-version', 'mcp-method', 'mcp-name'];
const PARAMETER_HEADER = /^mcp-param-[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/;
const ANSWER_HEADERS = 'WWW-Authenticate, Retry-After';
/** Seconds for which a browser need not ask again. */
const MAX_AGE = '600';

/**
 * Lets pages of allowed origins read the answers, refusals too, and answers their preflight (Fetch standard, "CORS
 * protocol"). Must come after the check of the origin: whatever origin reaches this is allowed.
 */
export const shareWithOrigin: RequestHandler = ({ method, headers }, response, next) => {
  response.vary('Origin');
  if (!headers.origin) return next();
  response.set({ 'Access-Control-Allow-Origin': headers.origin, 'Access-Control-Expose-Headers': ANSWER_HEADERS });
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return next();
  const asked = headers['access-control-request-headers'] ?? '';
  const parameters = asked.split(',', 64).map((name) => name.trim().toLowerCase());
  const allowed = [...REQUEST_HEADERS, ...parameters.filter((name) => PARAMETER_HEADER.test(name))];
  response.vary('Access-Control-Request-Headers');
  response.set({
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': allowed.join(', '),
    'Access-Control-Max-Age': MAX_AGE,
  });
  response.status(204).end();
};

/** For what everybody may read without a token. Clients of MCP name its version there too, which makes browsers ask first. */
export const shareWithAll: RequestHandler = ({ method }, response, next) => {
  response.set('Access-Control-Allow-Origin', '*');
  if (method !== 'OPTIONS') return next();
  response.set({
    'Access-Control-Allow-Methods': 'GET',
    'Access-Control-Allow-Headers': 'mcp-protocol-version, accept, content-type',
    'Access-Control-Max-Age': MAX_AGE,
  });
  response.status(204).end();
};
