import { AuthConfig, AuthError, type AuthErrorDetails } from '@app/auth';
import { type Caller, ToolCatalog } from '@app/domain';
import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger, NotFoundException } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AuditLog } from '../audit/audit-log.js';
import { answerBeforeBody, isLongUnread } from './unread-body.js';
import { requestContext } from './request-context.js';
import { httpAnswer, type HttpError } from '../errors/http-answer.js';
import type { Reason } from '../errors/reason.js';
import { RequestError } from '../errors/request-error.js';

/** Not decisions about anybody: a probe of paths and methods would only fill the record. */
const UNRECORDED: readonly Reason[] = ['path_unknown', 'method_not_allowed'];

/** Answers every request that was not served, by the table of refusals, and records the decision. A bug is answered with nothing of its message. */
@Injectable()
@Catch()
export class ErrorFilter implements ExceptionFilter {
  readonly #config: AuthConfig;
  readonly #catalog: ToolCatalog;
  readonly #audit: AuditLog;
  readonly #logger = new Logger('Http');

  constructor(config: AuthConfig, catalog: ToolCatalog, audit: AuditLog) {
    this.#config = config;
    this.#catalog = catalog;
    this.#audit = audit;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [
      http.getRequest<IncomingMessage & { user?: Caller }>(),
      http.getResponse<ServerResponse>(),
    ];
    const refusal = toHttpError(thrown);
    if (refusal.reason === 'unforeseen') this.#logger.error(`unforeseen ${nameOf(thrown)}`);
    if (!UNRECORDED.includes(refusal.reason)) this.#record(refusal.reason, thrown, request.user, response);
    if (response.headersSent) return void response.end();
    const { status, headers, body } = httpAnswer(refusal, this.#config, this.#catalog);
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (isLongUnread(request)) return answerBeforeBody(request, response, body);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(body));
  }

  #record(reason: Reason, thrown: unknown, caller: Caller | undefined, response: ServerResponse): void {
    const { used, clientId }: AuthErrorDetails = thrown instanceof AuthError ? thrown.details : {};
    this.#audit.record({ decision: 'refused', reason, caller, clientId, ...used, ...requestContext(response) });
  }
}

function toHttpError(thrown: unknown): HttpError {
  if (thrown instanceof AuthError) return { reason: thrown.reason, ...thrown.details };
  if (thrown instanceof RequestError) return { reason: thrown.reason, ...thrown.details };
  return { reason: thrown instanceof NotFoundException ? 'path_unknown' : 'unforeseen' };
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'failure';
}
