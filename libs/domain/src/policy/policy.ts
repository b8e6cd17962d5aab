import { type Toolset, type ToolsetDefinition, TOOLSETS } from './toolsets.js';

/** What the operator allows on top of what Microsoft 365 allows the person; it can only take away. */
export interface Policy {
  /** No tool that changes anything. */
  readonly readOnly: boolean;
  readonly toolsets: readonly Toolset[];
  /** Names of tools. */
  readonly deniedTools: readonly string[];
  /** App roles by tool name, needed beside those the tool declares. */
  readonly extraRoles: ReadonlyMap<string, readonly string[]>;
  /** Mail domains, in lower case, that may be sent to; none named means no restriction. */
  readonly recipientDomains: readonly string[];
}

/** What holds where the operator says nothing. */
export const DEFAULT_POLICY: Policy = {
  readOnly: false,
  toolsets: defaultToolsets(TOOLSETS),
  deniedTools: [],
  extraRoles: new Map(),
  recipientDomains: [],
};

/** The names of those that are on where the operator names none. */
export function defaultToolsets(toolsets: readonly ToolsetDefinition[]): readonly Toolset[] {
  return toolsets.filter(({ onByDefault }) => onByDefault).map(({ name }) => name);
}
