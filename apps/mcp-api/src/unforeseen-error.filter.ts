import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';

/** The last net: a bug is answered with 500 and nothing of its message; Nest's own HTTP errors keep their status. */
@Catch()
export class UnforeseenErrorFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const status = thrown instanceof HttpException ? thrown.getStatus() : 500;
    if (status >= 500) this.#logger.error(`unforeseen ${thrown instanceof Error ? thrown.name : 'failure'}`);
    if (response.headersSent) return void response.end();
    response.status(status).json({ error: status === 404 ? 'not_found' : 'server_error' });
  }
}
