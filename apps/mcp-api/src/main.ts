import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { ConfigError, readConfig } from './config/config.js';
import { createApp } from './create-app.js';
import { drainOnSignal } from './lifecycle/drain.js';

try {
  const config = readConfig(process.env);
  const app = await createApp(config);
  drainOnSignal(app, config.server.drainTimeoutMs);
  await app.listen(config.server.port, config.server.host);
  new Logger('Start').log(`MCP at ${config.server.resource.href}, listening on ${await app.getUrl()}`);
} catch (error) {
  process.stderr.write(`${whyNotStarted(error)}\n`);
  process.exit(1);
}

function whyNotStarted(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken: set PORT to another one.`;
  return `The server could not start: ${error instanceof Error ? error.message : String(error)}`;
}
