import type { Clock } from '@app/auth';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { AppConfig } from '@app/config';
import type { Extension } from './extension.js';
import { protectFront } from './front/front-middleware.js';
import { AdmissionGuard } from './http/admission.guard.js';
import { inOrder } from './http/in-order.js';
import { CONNECTION_LIMITS, limitConnections } from './http/server-limits.js';
import { InFlight } from './lifecycle/in-flight.js';
import { shareWithAll, shareWithOrigin } from './mcp/cors.js';
import { listenFirst } from './mcp/mcp-listener.js';
import { readPageForm } from './browser/read-form.js';
import {
  type Check,
  checkHostAndOrigin,
  limitTime,
  noteArrival,
  refuseOverload,
  requirePlainJson,
  toHandler,
} from './mcp/request-checks.js';
import { ErrorFilter } from './http/error.filter.js';

/**
 * The application as production runs it, not yet listening: `startBehalf` and the end-to-end tests start from here. Without
 * a log of its own it writes to that of the process's other Nest application.
 */
export async function createApp(
  config: AppConfig,
  extension?: Extension,
  clock?: Clock,
  { ownLog = true }: { readonly ownLog?: boolean } = {},
): Promise<NestExpressApplication> {
  const { allowedHosts, allowedOrigins, callTimeoutMs, logJson } = config.server;
  const logger = ownLog ? newLogger(logJson) : undefined;
  // Which module came up when is Nest's business.
  logger?.setLogLevels(['warn', 'error', 'fatal']);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.register(config, extension, clock), {
    bodyParser: false,
    abortOnError: false,
    // Whoever wants running calls to end waits for them before; a connection on which nobody asks anything never would.
    forceCloseConnections: true,
    logger,
  });
  app.disable('x-powered-by');
  // It would be computed for each answer, and hardly one may be kept.
  app.disable('etag');
  limitConnections(app.getHttpServer(), { ...CONNECTION_LIMITS, silenceMs: callTimeoutMs + 30_000 });
  const checks = checksBefore(app, config);
  app.use('/mcp', inOrder(...checks.map(toHandler), shareWithOrigin, requirePlainJson));
  app.use('/approvals', ...readPageForm([...allowedHosts, config.approvalsUrl.hostname]));
  app.use('/.well-known/oauth-protected-resource', shareWithAll);
  if (config.front) protectFront(app, allowedHosts, allowedOrigins);
  app.useGlobalFilters(app.get(ErrorFilter));
  await app.init();
  listenFirst(app, checks);
  app.get(InFlight).watch(app.getHttpServer());
  logger?.setLogLevels(['log', 'warn', 'error', 'fatal']);
  return app;
}

/** What is looked at before anybody is asked who they are. */
function checksBefore(app: NestExpressApplication, { server }: AppConfig): readonly Check[] {
  return [
    noteArrival,
    limitTime(server.callTimeoutMs),
    refuseOverload(app.get(AdmissionGuard)),
    checkHostAndOrigin(server.allowedHosts, server.allowedOrigins),
  ];
}

function newLogger(json: boolean): ConsoleLogger {
  return new ConsoleLogger({ json, colors: false, compact: true, breakLength: Infinity });
}
