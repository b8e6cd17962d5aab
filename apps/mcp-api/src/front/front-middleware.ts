import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type ErrorRequestHandler } from 'express';
import { readPageForm } from '../browser/read-form.js';
import { RequestError } from '../errors/request-error.js';
import { inOrder } from '../http/in-order.js';
import { shareWithAll, shareWithOrigin } from '../mcp/cors.js';
import { checkHostAndOrigin, noteArrival, toHandler } from '../mcp/request-checks.js';
import { OAuthError } from './oauth-error.js';
import { sendOAuthError } from './token-answer.js';

const PAGES = ['authorize', 'decide', 'callback'].map((name) => `/authorization/${name}`);
const FORM = { type: 'application/x-www-form-urlencoded', limit: '32kb', inflate: false } as const;

/** What every request to the front passes before it reaches a controller. */
export function protectFront(
  app: NestExpressApplication,
  allowedHosts: readonly string[],
  allowedOrigins: readonly string[],
): void {
  app.use('/.well-known/oauth-authorization-server', shareWithAll);
  app.use(PAGES, ...readPageForm(allowedHosts));
  const checks = [noteArrival, checkHostAndOrigin(allowedHosts, allowedOrigins)].map(toHandler);
  app.use('/authorization/token', inOrder(...checks, shareWithOrigin), express.text(FORM), refuseUnreadable);
}

const refuseUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof RequestError) return next(error);
  sendOAuthError(response, new OAuthError('invalid_request', 'The form is too large, encoded, or not readable.'));
};
