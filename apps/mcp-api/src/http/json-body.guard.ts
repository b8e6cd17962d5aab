import type { Caller } from '@app/domain';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { AppConfig } from '@app/config';
import { RequestError } from '../errors/request-error.js';
import { AdmissionGuard } from './admission.guard.js';
import { isNestedDeeper } from './nesting.js';
import { readBody } from './read-body.js';

/** Levels of a message, its arguments included; the deepest of a tool has six. */
const MAX_LEVELS = 40;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Reads and parses the body, once, of a request that was let in. Must run after AdmissionGuard, and before who looks at the body. */
@Injectable()
export class JsonBodyGuard implements CanActivate {
  readonly #maxBytes: number;
  readonly #admission: AdmissionGuard;

  constructor(config: AppConfig, admission: AdmissionGuard) {
    this.#admission = admission;
    this.#maxBytes = config.server.bodyLimitBytes;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<IncomingMessage & { user: Caller; body?: object }>();
    const body = parsed(await readBody(request, this.#maxBytes));
    // The first message was counted with the request.
    if (Array.isArray(body) && body.length > 1) await this.#admission.count(request.user, body.length - 1);
    request.body = body;
    return true;
  }
}

/** JSON in UTF-8 (RFC 8259 section 8.1), as JSON-RPC has it: an object, or a list of them. */
function parsed(body: Buffer): object {
  if (isNestedDeeper(body, MAX_LEVELS)) throw new RequestError('body_too_deep');
  const value = jsonOf(body);
  if (typeof value !== 'object' || value === null) throw new RequestError('body_not_json');
  return value;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(UTF_8.decode(body));
  } catch {
    // The parser's own message quotes the body.
    throw new RequestError('body_not_json');
  }
}
