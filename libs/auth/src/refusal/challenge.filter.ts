import { ToolCatalog } from '@app/domain';
import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { AuthConfig } from '../auth-config.js';
import { AuthRefusal } from './auth-refusal.js';
import { challenge } from './challenge.js';

/** Answers a refusal: status, challenge, and a JSON body whose `reason` is stable. */
@Injectable()
@Catch(AuthRefusal)
export class ChallengeFilter implements ExceptionFilter<AuthRefusal> {
  readonly #config: AuthConfig;
  readonly #catalog: ToolCatalog;
  readonly #logger = new Logger('Auth');

  constructor(config: AuthConfig, catalog: ToolCatalog) {
    this.#config = config;
    this.#catalog = catalog;
  }

  catch(refusal: AuthRefusal, host: ArgumentsHost): void {
    const { reason, row, details, message } = refusal;
    this.#logger.warn({ decision: 'refused', reason, status: row.status });
    const response = host.switchToHttp().getResponse<Response>();
    const header = challenge(refusal, this.#config, this.#catalog.scopes);
    if (header !== undefined) response.set('WWW-Authenticate', header);
    if (details.retryAfter !== undefined) response.set('Retry-After', String(details.retryAfter));
    response.set('Cache-Control', 'no-store').status(row.status);
    response.json({ error: row.error ?? errorOf(row.status), error_description: message, reason });
  }
}

function errorOf(status: number): string {
  return status === 503 ? 'temporarily_unavailable' : 'unauthorized';
}
