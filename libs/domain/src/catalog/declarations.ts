import { BUILT_IN, type Definitions } from './definitions.js';
import type { ToolsetDefinition } from '../primitive/toolsets.js';
import type { ScopeDefinition } from '../scopes/scope-definitions.js';
import type { Prompt } from '../prompt/prompt.js';
import type { Resource, ResourceTemplate } from '../resource/resource.js';
import type { Tool } from '../tool/tool.js';
import { TOOLS } from '../tools/index.js';

/** What a team's package declares. */
export interface Declarations {
  /** All tools of the deployment, for example `[...TOOLS, ...leaveTools]`. Default: the built-in ones. */
  readonly tools?: readonly Tool[];
  /** None are built in. */
  readonly prompts?: readonly Prompt[];
  /** None are built in. Where several templates fit an address, the first is read. */
  readonly resources?: readonly (Resource | ResourceTemplate)[];
  /** Toolsets beside the built-in ones. */
  readonly toolsets?: readonly ToolsetDefinition[];
  /** Scopes beside those of Microsoft Graph that the built-in tools use. */
  readonly scopes?: readonly ScopeDefinition[];
}

/** The declarations together with what is built in. */
export function withBuiltIn({
  tools = TOOLS,
  prompts,
  resources,
  toolsets = [],
  scopes = [],
}: Declarations = {}): Definitions & {
  readonly tools: readonly Tool[];
} {
  return {
    tools,
    prompts,
    resources,
    toolsets: [...BUILT_IN.toolsets, ...toolsets],
    scopes: withReplaced(scopes),
  };
}

function withReplaced(scopes: readonly ScopeDefinition[]): readonly ScopeDefinition[] {
  const replaced = scopes.filter(({ replacesBuiltIn }) => replacesBuiltIn).map(({ name }) => name);
  return [...BUILT_IN.scopes.filter(({ name }) => !replaced.includes(name)), ...scopes];
}
