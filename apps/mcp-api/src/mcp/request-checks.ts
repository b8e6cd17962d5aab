import type { CallLimits } from '@app/domain';
import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import { RequestError } from '../errors/request-error.js';
import type { AdmissionGuard } from '../http/admission.guard.js';
import { requestContext } from '../http/request-context.js';

/** The parser would read these, and a gateway in front of us would read something else. */
const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?utf-?8"?\s*(;|$))/i;

/** Starts the clock of a request; must be the first of all. */
export const noteArrival: RequestHandler = (_request, response, next) => {
  requestContext(response);
  next();
};

/** From here on the request has so long until its answer is of no use any more, whatever it waits for. */
export function limitTime(milliseconds: number): RequestHandler {
  return (request, response, next) => {
    const { startedAt, signal, traceId } = requestContext(response);
    const limits: CallLimits = { signal, deadline: startedAt + milliseconds, traceId };
    Object.assign(request, { limits });
    next();
  };
}

/** Refuses at once, whoever asks, while more waits than can be served: that costs less than to find out who it is. */
export function refuseOverload(admission: AdmissionGuard): RequestHandler {
  return (_request, _response, next) => {
    admission.assertNotFull();
    next();
  };
}

/** Refuses a foreign Host or Origin: MCP's defence against DNS rebinding (streamable HTTP transport, "Security"). */
export function checkHostAndOrigin(allowedHosts: readonly string[], allowedOrigins: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    assertHost(request, allowedHosts);
    const { origin } = request.headers;
    if (!validateOriginHeader(origin, [...allowedOrigins]).ok) throw new RequestError('origin_not_allowed');
    next();
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
