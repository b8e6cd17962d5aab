import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { requireAccess } from '../access.js';
import { GraphError, badRequest } from '../errors.js';
import { withDollars } from '../odata/spellings.js';
import { readPrefer } from '../odata/prefer.js';
import { type VerifyToken, authenticate } from './authenticate.js';
import { batch } from './batch.js';
import { MALFORMED, sendError } from './error-body.js';
import type { GraphReply, GraphRequest, GraphRoute } from './route.js';
import type { TenantUser } from '../../directory/types.js';

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** What serving needs besides the routes. */
export interface ServeOptions {
  readonly origin: string;
  readonly verify: VerifyToken;
  readonly users: readonly TenantUser[];
  /** Takes the bodies that are no JSON but content. */
  readonly receive: RequestHandler;
}

/** Serves the routes below `/v1.0`: token first, then scope, then the route itself. */
export function serve(router: Router, routes: readonly GraphRoute[], options: ServeOptions): void {
  const json = express.json({ limit: '4mb', strict: true });
  // MIME in base64, to be sent or kept as a draft.
  const mail = ['me', 'users/:user'].flatMap((owner) => [`/v1.0/${owner}/sendMail`, `/v1.0/${owner}/messages`]);
  router.use(mail, express.text({ limit: '4mb', type: 'text/plain' }));
  router.use('/v1.0', (request, response, next) =>
    (request.method === 'PUT' ? options.receive : json)(request, response, next),
  );
  router.post('/v1.0/\\$batch', batch(options.verify, options.users));
  for (const route of routes) {
    router[methodOf(route)](expressPath(route), (request, response) => answer(route, request, response, options));
  }
  router.use('/v1.0', (request, response) => refuseUnknownPath(request, response, options));
  router.use((error: unknown, _request: Request, response: Response, next: (error: unknown) => void) =>
    response.headersSent ? next(error) : sendError(response, error),
  );
}

async function answer(route: GraphRoute, request: Request, response: Response, options: ServeOptions): Promise<void> {
  const caller = await authenticate(request, options.verify, options.users);
  response.locals['userId'] = caller.user.id;
  requireAccess(caller.scopes, route.operation);
  const url = new URL(request.originalUrl, options.origin);
  url.search = withDollars(url.search.slice(1));
  const asked: GraphRequest = {
    caller,
    params: request.params as Record<string, string | undefined>,
    query: url.searchParams,
    url,
    prefer: readPrefer(request.get('prefer')),
    ifMatch: request.get('if-match'),
    contentType: request.get('content-type'),
    consistencyLevel: request.get('consistencylevel')?.toLowerCase(),
    body: bodyOf(request),
  };
  send(response, await route.handle(asked), asked.prefer.applied);
}

function send(response: Response, { status, body, content, headers = {} }: GraphReply, applied: string): void {
  response.status(status).set(headers);
  if (applied !== '') response.set('Preference-Applied', applied);
  // A JSON content type on an empty body is a syntax error to clients that believe it.
  if (content) {
    response.setHeader('Content-Type', content.type);
    response.end(content.bytes);
    return;
  }
  if (body === undefined) {
    response.end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response.setHeader('Content-Type', JSON_TYPE);
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}

function bodyOf(request: Request): unknown {
  const hasBody = Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
  if (!hasBody) return undefined;
  if (request.method === 'PUT' || request.is('json') || typeof request.body === 'string')
    return request.body as unknown;
  throw badRequest('BadRequest', MALFORMED);
}

async function refuseUnknownPath(request: Request, _response: Response, options: ServeOptions): Promise<never> {
  await authenticate(request, options.verify, options.users);
  const segment = request.path.split('/').filter(Boolean).at(-1) ?? '';
  throw new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
}

function methodOf({ method }: GraphRoute): 'get' | 'post' | 'put' | 'patch' | 'delete' {
  return method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
}

/** `/me/events/{event-id}` as Express has it: `/v1.0/me/events/:event`. */
function expressPath({ path }: GraphRoute): string {
  return `/v1.0${path.replaceAll(/[()]/g, '\\$&').replaceAll(/\{([a-zA-Z]+)(?:-id)?\}/g, ':$1')}`;
}
