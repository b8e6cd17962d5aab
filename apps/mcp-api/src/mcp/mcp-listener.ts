import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  type INestApplication,
  Logger,
} from '@nestjs/common';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { ErrorFilter } from '../http/error.filter.js';
import { type AdmittedRequest, MCP_GUARDS, McpController } from './mcp.controller.js';
import type { Check } from './request-checks.js';

const PLAIN_JSON = /^application\/json(?:; ?charset=utf-8)?$/i;

/**
 * Serves ordinary `POST /mcp` before Express and Nest look for its route, which takes longer than to answer it: the same
 * checks, guards, controller and filter, in the same order (decision 025). Everything else goes to who listened before.
 */
export function listenFirst(app: INestApplication, checks: readonly Check[]): void {
  const server = app.getHttpServer() as Server;
  const [express] = server.listeners('request') as [RequestListener];
  const guards = MCP_GUARDS.map((guard): CanActivate => app.get<CanActivate>(guard));
  const logger = new Logger('Http');
  const [controller, filter] = [app.get(McpController), app.get(ErrorFilter)];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const context = new HttpContext(request, response);
    try {
      for (const check of checks) check(request, response);
      response.setHeader('Vary', 'Origin');
      for (const guard of guards) await assertAllowed(guard, context);
      await controller.post(request as AdmittedRequest, response);
    } catch (error) {
      filter.catch(error, context.asExecutionContext());
    }
  };
  server.off('request', express);
  server.on('request', (request, response) => {
    if (!isOrdinary(request)) return void express(request, response);
    // What even the filter cannot answer ends the connection, not the process.
    serve(request, response).catch((error: unknown) => {
      logger.error(`not answered: ${error instanceof Error ? error.name : typeof error}`);
      response.destroy();
    });
  });
}

/** One whose headers need no second look: JSON, as it is, not from a page in a browser. */
function isOrdinary({ method, url, headers }: IncomingMessage): boolean {
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  const isPlain = PLAIN_JSON.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined;
  return method === 'POST' && url === '/mcp' && hasBody && isPlain && headers.origin === undefined;
}

async function assertAllowed(guard: CanActivate, context: HttpContext): Promise<void> {
  if (!(await guard.canActivate(context.asExecutionContext()))) throw new ForbiddenException();
}

/** As much of an execution context of Nest as guards and filters of HTTP ask for. */
class HttpContext {
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.#request = request;
    this.#response = response;
  }

  asExecutionContext(): ExecutionContext {
    return this as unknown as ExecutionContext;
  }

  switchToHttp(): this {
    return this;
  }

  getRequest(): IncomingMessage {
    return this.#request;
  }

  getResponse(): ServerResponse {
    return this.#response;
  }
}
