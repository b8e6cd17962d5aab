import { nearestName } from '../text/nearest-name.js';
import { type ToolsetDefinition, TOOLSETS } from '../policy/toolsets.js';
import { GRAPH_SCOPES, type ScopeDefinition } from '../policy/scope-definitions.js';
import type { Tool } from './tool.js';

/** The names that the tools of a deployment may use: the built-in ones and those of a team. */
export interface Definitions {
  readonly toolsets: readonly ToolsetDefinition[];
  readonly scopes: readonly ScopeDefinition[];
}

/** The toolsets and scopes of Behalf itself. */
export const BUILT_IN: Definitions = { toolsets: TOOLSETS, scopes: GRAPH_SCOPES };

/**
 * Every tool has a name of its own, and its toolset and scopes are defined exactly once.
 * @throws Error naming every name that is used twice or that nobody defined
 */
export function assertDefined(tools: readonly Tool[], { toolsets, scopes }: Definitions): void {
  const toolsetNames = toolsets.map(({ name }) => name);
  const scopeNames = scopes.map(({ name }) => name);
  const problems = [
    ...twice(tools.flatMap(namesOf)).map((name) => `Two tools are named ${name}.`),
    ...twice(toolsetNames).map((name) => `The toolset ${name} is defined twice.`),
    ...twice(scopeNames).map((name) => `The scope ${name} is defined twice.`),
    ...tools.flatMap((tool) => [
      ...unknown(tool, 'toolset', toolsetsOf(tool), toolsetNames),
      ...unknown(tool, 'scope', allScopesOf(tool), scopeNames),
    ]),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Required and optional ones, whatever the policy. */
export function allScopesOf({ requiredScopes, optionalScopes = [], scopesWith = {} }: Tool): readonly string[] {
  return [...requiredScopes, ...optionalScopes, ...Object.values(scopesWith).flat()];
}

/** The present name, then the former ones. */
export function namesOf({ name, formerNames = [] }: Tool): readonly string[] {
  return [name, ...formerNames];
}

function toolsetsOf({ toolset, scopesWith = {} }: Tool): readonly string[] {
  return [toolset, ...Object.keys(scopesWith)];
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function unknown(tool: Tool, kind: string, names: readonly string[], defined: readonly string[]): readonly string[] {
  return names
    .filter((name) => !defined.includes(name))
    .map((name) => {
      const nearest = nearestName(name, defined);
      return `The tool ${tool.name} names the ${kind} ${name}, which is not defined.${nearest ? ` Did you mean ${nearest}?` : ''}`;
    });
}
