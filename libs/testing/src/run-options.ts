import {
  type Caller,
  type Declarations,
  DEFAULT_POLICY,
  defaultToolsets,
  type Policy,
  type Ports,
  type Primitive,
  ToolCatalog,
  UserToken,
  UserTokenProvider,
  withBuiltIn,
} from '@app/domain';
import { aCaller } from './callers.js';
import type { ClientAnswers } from './recording-client.js';

/** What a tool, a prompt or a resource is run with. */
export interface RunOptions {
  /** The adapters, usually fakes, that it reaches. */
  readonly ports: Partial<Ports>;
  /** Default: somebody whose token holds every scope that can be used. */
  readonly caller?: Caller;
  readonly policy?: Partial<Policy>;
  /** Toolsets and scopes of the team. */
  readonly declared?: {
    readonly toolsets?: Declarations['toolsets'] | undefined;
    readonly scopes?: Declarations['scopes'] | undefined;
  };
  readonly now?: () => Date;
  /** Answers to its questions, by name. Default: its client cannot be asked. */
  readonly answers?: ClientAnswers;
}

/** Tokens that are worth nothing. */
export class AnyToken extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('outbound');
  }
}

/** A catalog of this one alone, whose toolset is on. */
export function catalogOf(
  { toolset }: Primitive,
  primitives: Pick<Declarations, 'tools' | 'prompts' | 'resources'>,
  { declared: { toolsets, scopes } = {}, policy }: RunOptions,
): ToolCatalog {
  const { tools, ...definitions } = withBuiltIn({ toolsets, scopes, tools: [], ...primitives });
  const enabled = [...defaultToolsets(definitions.toolsets), toolset];
  return new ToolCatalog(tools, { ...DEFAULT_POLICY, toolsets: enabled, ...policy }, definitions);
}

export function callerOf(primitive: Primitive, catalog: ToolCatalog, { caller }: RunOptions): Caller {
  return caller ?? aCaller({ scopes: [...primitive.requiredScopes, ...catalog.optionalScopesOf(primitive)] });
}
