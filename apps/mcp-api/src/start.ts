import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readConfig } from '@app/config';
import { createApp } from './create-app.js';
import type { Extension } from './extension.js';
import { drainOnSignal } from './lifecycle/drain.js';
import { endWith } from './lifecycle/not-started.js';
import { logsJson, writeJsonOnly } from './logging/process-log.js';

/** Environment variables: see docs/configuration.md. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** A server that listens. */
export interface RunningBehalf {
  /** Where it listens, as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Stops listening and frees what it holds; running calls are cut off. */
  close(): Promise<void>;
}

/**
 * Serves as the environment says, with what the extension adds or replaces. On SIGTERM and SIGINT it finishes the running
 * calls and ends the process.
 *
 * @param variables usually `process.env`
 * @throws ConfigError naming every wrong variable; Error naming what the extension uses and nobody defined, or why it
 * cannot listen
 */
export async function startBehalf(variables: Variables, extension: Extension = {}): Promise<RunningBehalf> {
  const config = readConfig(variables, extension);
  const app = await createApp(config, extension);
  drainOnSignal(app, config.server.drainTimeoutMs);
  await app.listen(config.server.port, config.server.host);
  const url = await app.getUrl();
  new Logger('Start').log(`MCP at ${config.server.resource.href}, listening on ${url}`);
  return { url, close: () => app.close() };
}

/**
 * The whole program: `startBehalf`, with everything that the process writes as JSON lines where the environment wants it
 * so. Where the server cannot start, it writes one line that says why and ends the process with code 1.
 */
export async function runBehalf(variables: Variables, extension?: Extension): Promise<void> {
  const asJson = logsJson(variables);
  if (asJson) writeJsonOnly();
  try {
    await startBehalf(variables, extension);
  } catch (error) {
    endWith(error, asJson);
  }
}
