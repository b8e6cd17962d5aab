import { BearerGuard, ToolScopeGuard } from '@app/auth';
import type { CallLimits, Caller } from '@app/domain';
import { All, Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AdmissionGuard } from '../http/admission.guard.js';
import { JsonBodyGuard } from '../http/json-body.guard.js';
import { InFlight } from '../lifecycle/in-flight.js';
import { RequestError } from '../errors/request-error.js';
import type { JsonAnswer } from './answers/json-answer.js';
import { McpEndpoint } from './mcp-endpoint.js';
import { strictJson } from './body/strict-json.js';

type AuthenticatedRequest = Request & { readonly user: Caller; readonly limits: CallLimits };

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
  @UseGuards(BearerGuard, AdmissionGuard, JsonBodyGuard, ToolScopeGuard)
  async post(@Req() request: AuthenticatedRequest, @Res() response: Response): Promise<void> {
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

async function send(answer: JsonAnswer | globalThis.Response, response: Response): Promise<void> {
  if (response.destroyed) return;
  response.status(answer.status);
  response.setHeader('Cache-Control', 'no-store');
  if (answer instanceof globalThis.Response) return sendOfSdk(answer, response);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.json === undefined) return void response.end();
  response.setHeader('Content-Type', 'application/json');
  response.end(strictJson(answer.json));
}

async function sendOfSdk(answer: globalThis.Response, response: Response): Promise<void> {
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  response.setHeader('Cache-Control', 'no-store');
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) return stream(answer, response);
  response.end(strictJson(await answer.text()));
}

async function stream(answer: globalThis.Response, response: Response): Promise<void> {
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
}
