import { type Ports, type Tool, type ToolResult, ToolRunner } from '@app/domain';
import { someLimits } from './callers.js';
import { AnyToken, catalogOf, callerOf, type RunOptions } from './run-options.js';
import { type Recorded, withClient } from './recording-client.js';

/** What `runTool` runs a tool with. */
export interface RunToolOptions extends RunOptions {
  /** As the model gives them: they are read and checked as in the server. Default: none. */
  readonly arguments?: unknown;
}

/**
 * Runs one tool as the server does: authorization, arguments, the tool, and text and data of the result. The tokens that
 * adapters get are worth nothing. A tool that asks its client is called again with `answers`.
 * @throws DomainError as the server would answer it
 */
export async function runTool(
  tool: Tool,
  options: RunToolOptions,
): Promise<ToolResult<Record<string, unknown>> & Recorded> {
  const catalog = catalogOf(tool, { tools: [tool] }, options);
  const runner = new ToolRunner(catalog, new AnyToken(), options.ports as Ports, undefined, options.now);
  const call = { caller: callerOf(tool, catalog, options), name: tool.name, arguments: options.arguments ?? {} };
  return withClient(options.answers, (client) => runner.serve({ ...call, client, limits: someLimits() }));
}
