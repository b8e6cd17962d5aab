import type { Approvals } from './approval-decision.js';
import type { PolicyRule } from './rules/rule.js';
import { type Toolset, type ToolsetDefinition, TOOLSETS } from '../primitive/toolsets.js';

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
  /** Mail domains, in lower case, that belong to the organisation beside the person's own. */
  readonly internalDomains: readonly string[];
  /** What the person has to approve on a page of this server. */
  readonly approvals: Approvals;
  /** Of the policy file: the first that is for a call decides, where nothing above is stricter. */
  readonly rules: readonly PolicyRule[];
  /** Entra sends the groups of people, so that a token without the claim is of somebody who is in none. */
  readonly groupsClaim: boolean;
  /** Drafts and events that are made carry a mark of the client and the call (`AgentMark`). */
  readonly marksItems?: boolean;
}

/** What holds where the operator says nothing. */
export const DEFAULT_POLICY: Policy = {
  readOnly: false,
  toolsets: defaultToolsets(TOOLSETS),
  deniedTools: [],
  extraRoles: new Map(),
  recipientDomains: [],
  internalDomains: [],
  approvals: 'off',
  rules: [],
  groupsClaim: false,
};

/** The names of those that are on where the operator names none. */
export function defaultToolsets(toolsets: readonly ToolsetDefinition[]): readonly Toolset[] {
  return toolsets.filter(({ onByDefault }) => onByDefault).map(({ name }) => name);
}
