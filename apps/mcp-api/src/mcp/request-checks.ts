import type { CallLimits } from '@app/domain';
import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import type { RequestHandler } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError } from '../errors/request-error.js';
import type { AdmissionGuard } from '../http/admission.guard.js';
import { requestContext } from '../http/request-context.js';

/** The parser would read these, and a gateway in front of us would read something else. */
const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?utf-?8"?\s*(;|$))/i;

/** Looks at a request before anybody is asked who they are. @throws RequestError */
export type Check = (request: IncomingMessage & { limits?: CallLimits }, response: ServerResponse) => void;

/** The same for Express. */
export function toHandler(check: Check): RequestHandler {
  return (request, response, next) => {
    check(request, response);
    next();
  };
}

/** Starts the clock of a request; must be the first of all. */
export const noteArrival: Check = (_request, response) => void requestContext(response);

/** From here on the request has so long until its answer is of no use any more, whatever it waits for. */
export function limitTime(milliseconds: number): Check {
  return (request, response) => {
    const { startedAt, signal, traceId } = requestContext(response);
    request.limits = { signal, deadline: startedAt + milliseconds, traceId };
  };
}

/** Refuses at once, whoever asks, while more waits than can be served: that costs less than to find out who it is. */
export function refuseOverload(admission: AdmissionGuard): Check {
  return () => admission.assertNotFull();
}

/** Refuses a foreign Host or Origin: MCP's defence against DNS rebinding (streamable HTTP transport, "Security"). */
export function checkHostAndOrigin(allowedHosts: readonly string[], allowedOrigins: readonly string[]): Check {
  return (request) => {
    assertHost(request, allowedHosts);
    const { origin } = request.headers;
    if (!validateOriginHeader(origin, [...allowedOrigins]).ok) throw new RequestError('origin_not_allowed');
  };
}

/** @throws RequestError for a request to a host that is not one of these */
export function assertHost(request: IncomingMessage, allowedHosts: readonly string[]): void {
  // Of several, Node shows the first and a proxy may have looked at another (RFC 9112 section 3.2).
  const isOne = hostsOf(request).length === 1;
  if (isOne && validateHostHeader(request.headers.host, [...allowedHosts]).ok) return;
  throw new RequestError('host_not_allowed');
}

function hostsOf({ rawHeaders }: IncomingMessage): readonly string[] {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
}

/**
 * Refuses by its headers a body that would not be read: anything but JSON in UTF-8 (RFC 8259 section 8.1), and what is
 * encoded, because a few bytes can unpack to millions (RFC 9110 section 15.5.16).
 */
export const requirePlainJson: RequestHandler = (request, _response, next) => {
  const type = request.headers['content-type'] ?? '';
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const isJson = request.is('application/json') && !OTHER_CHARSET.test(type);
  if (request.method === 'POST' && !isJson) throw new RequestError('media_type_not_allowed');
  if (encoding.toLowerCase() !== 'identity') throw new RequestError('encoding_not_allowed');
  next();
};
