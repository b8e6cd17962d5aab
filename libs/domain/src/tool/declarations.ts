import { BUILT_IN, type Definitions } from './definitions.js';
import type { ToolsetDefinition } from '../policy/toolsets.js';
import type { ScopeDefinition } from '../policy/scope-definitions.js';
import type { Tool } from './tool.js';
import { TOOLS } from '../tools/index.js';

/** What a team's package declares. */
export interface Declarations {
  /** All tools of the deployment, for example `[...TOOLS, ...leaveTools]`. Default: the built-in ones. */
  readonly tools?: readonly Tool[];
  /** Toolsets beside the built-in ones. */
  readonly toolsets?: readonly ToolsetDefinition[];
  /** Scopes beside those of Microsoft Graph that the built-in tools use. */
  readonly scopes?: readonly ScopeDefinition[];
}

/** The declarations together with what is built in. */
export function withBuiltIn({ tools = TOOLS, toolsets = [], scopes = [] }: Declarations = {}): Definitions & {
  readonly tools: readonly Tool[];
} {
  return { tools, toolsets: [...BUILT_IN.toolsets, ...toolsets], scopes: [...BUILT_IN.scopes, ...scopes] };
}
