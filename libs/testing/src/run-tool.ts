import {
  type Caller,
  type Declarations,
  DEFAULT_POLICY,
  defaultToolsets,
  type Policy,
  type Ports,
  type Tool,
  ToolCatalog,
  type ToolResult,
  ToolRunner,
  UserToken,
  UserTokenProvider,
  withBuiltIn,
} from '@app/domain';
import { aCaller, someLimits } from './callers.js';

/** What `runTool` runs a tool with. */
export interface RunToolOptions {
  /** As the model gives them: they are read and checked as in the server. Default: none. */
  readonly arguments?: unknown;
  /** The adapters, usually fakes, that the tool reaches. */
  readonly ports: Partial<Ports>;
  /** Default: somebody whose token holds every scope that the tool can use. */
  readonly caller?: Caller;
  readonly policy?: Partial<Policy>;
  /** Toolsets and scopes of the team. */
  readonly declared?: Omit<Declarations, 'tools'>;
  readonly now?: () => Date;
}

class AnyToken extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('outbound');
  }
}

/**
 * Runs one tool as the server does: authorization, arguments, the tool, and text and data of the result. The tokens that
 * adapters get are worth nothing.
 * @throws DomainError as the server would answer it
 */
export async function runTool(tool: Tool, options: RunToolOptions): Promise<ToolResult<Record<string, unknown>>> {
  const { tools, ...definitions } = withBuiltIn({ ...options.declared, tools: [tool] });
  const toolsets = [...defaultToolsets(definitions.toolsets), tool.toolset];
  const catalog = new ToolCatalog(tools, { ...DEFAULT_POLICY, toolsets, ...options.policy }, definitions);
  const caller = options.caller ?? aCaller({ scopes: [...tool.requiredScopes, ...catalog.optionalScopesOf(tool)] });
  const runner = new ToolRunner(catalog, new AnyToken(), options.ports as Ports, undefined, options.now);
  return runner.run({ caller, name: tool.name, arguments: options.arguments ?? {}, limits: someLimits() });
}
