import { BearerGuard, ToolScopeGuard } from '@app/auth';
import type { CallLimits, Caller } from '@app/domain';
import { All, Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AdmissionGuard } from '../http/admission.guard.js';
import { JsonBodyGuard } from '../http/json-body.guard.js';
import { InFlight } from '../lifecycle/in-flight.js';
import { RequestError } from '../errors/request-error.js';
import type { JsonAnswer } from './answers/json-answer.js';
import { McpEndpoint } from './mcp-endpoint.js';
import { strictJson } from './body/strict-json.js';

/** A request that passed the guards. */
export type AdmittedRequest = IncomingMessage & {
  readonly user: Caller;
  readonly limits: CallLimits;
  readonly body: unknown;
};

/** Who decides about a call, in this order, whichever way it comes. */
export const MCP_GUARDS = [BearerGuard, AdmissionGuard, JsonBodyGuard, ToolScopeGuard] as const;

/** `POST /mcp` for people whose token passed the guards; every other method is not for this stateless server. */
@Controller('mcp')
export class McpController {
  readonly #endpoint: McpEndpoint;
  readonly #inFlight: InFlight;

  constructor(endpoint: McpEndpoint, inFlight: InFlight) {
    this.#endpoint = endpoint;
    this.#inFlight = inFlight;
  }

  @Post()
  @UseGuards(...MCP_GUARDS)
  async post(@Req() request: AdmittedRequest, @Res() response: ServerResponse): Promise<void> {
    await this.#inFlight.track(async () => {
      const { user: caller, headers, body, limits } = request;
      const answer = await this.#endpoint.serve({ caller, headers, body, limits });
      await this.#inFlight.mayAnswer();
      await send(answer, response);
    });
  }

  @All()
  others(): never {
    throw new RequestError('method_not_allowed');
  }
}

async function send(answer: JsonAnswer | Response, response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  response.statusCode = answer.status;
  response.setHeader('Cache-Control', 'no-store');
  if (answer instanceof Response) return sendOfSdk(answer, response);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.json === undefined) return void response.end();
  response.setHeader('Content-Type', 'application/json');
  response.end(strictJson(answer.json));
}

async function sendOfSdk(answer: Response, response: ServerResponse): Promise<void> {
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  response.setHeader('Cache-Control', 'no-store');
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) return stream(answer, response);
  response.end(strictJson(await answer.text()));
}

async function stream(answer: Response, response: ServerResponse): Promise<void> {
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
}
