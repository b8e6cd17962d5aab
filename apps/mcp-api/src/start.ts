import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readConfig } from './config/config.js';
import { createApp } from './create-app.js';
import { drainOnSignal } from './lifecycle/drain.js';

/** Serves as the environment says. @throws ConfigError, or why it cannot listen */
export async function start(variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig(variables);
  const app = await createApp(config);
  drainOnSignal(app, config.server.drainTimeoutMs);
  await app.listen(config.server.port, config.server.host);
  new Logger('Start').log(`MCP at ${config.server.resource.href}, listening on ${await app.getUrl()}`);
}
