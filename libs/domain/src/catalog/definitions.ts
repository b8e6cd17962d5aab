import { nearestName } from '../text/nearest-name.js';
import { type ToolsetDefinition, TOOLSETS } from '../primitive/toolsets.js';
import { GRAPH_SCOPES, type ScopeDefinition } from '../scopes/scope-definitions.js';
import { allScopesOf, type Primitive } from '../primitive/primitive.js';
import { promptProblems, resourceProblems } from './problems.js';
import type { Prompt } from '../prompt/prompt.js';
import type { Resource, ResourceTemplate } from '../resource/resource.js';
import type { Tool } from '../tool/tool.js';

/** What a deployment has beside its tools: the built-in definitions and those of a team. */
export interface Definitions {
  /** The names that tools, prompts and resources may use. */
  readonly toolsets: readonly ToolsetDefinition[];
  readonly scopes: readonly ScopeDefinition[];
  readonly prompts?: readonly Prompt[];
  readonly resources?: readonly (Resource | ResourceTemplate)[];
}

/** The toolsets and scopes of Behalf itself. */
export const BUILT_IN: Definitions = { toolsets: TOOLSETS, scopes: GRAPH_SCOPES };

/**
 * Every tool, prompt and resource has a name of its own, and its toolset and scopes are defined exactly once.
 * @throws Error naming every name that is used twice or that nobody defined
 */
export function assertDefined(
  tools: readonly Tool[],
  { toolsets, scopes, prompts = [], resources = [] }: Definitions,
): void {
  const toolsetNames = toolsets.map(({ name }) => name);
  const scopeNames = scopes.map(({ name }) => name);
  const others = [...prompts, ...resources].map(({ name }) => name);
  const problems = [
    ...twice(tools.flatMap(namesOf)).map((name) => `Two tools are named ${name}.`),
    ...twice([...new Set(tools.flatMap(namesOf)), ...others]).map(
      (name) => `Two of the tools, prompts and resources are named ${name}.`,
    ),
    ...twice(toolsetNames).map((name) => `The toolset ${name} is defined twice.`),
    ...twice(scopeNames).map((name) => `The scope ${name} is defined twice.`),
    ...kinds(tools, prompts, resources).flatMap(([kind, primitive]) => [
      ...unknown(`${kind} ${primitive.name}`, 'toolset', toolsetsOf(primitive), toolsetNames),
      ...unknown(`${kind} ${primitive.name}`, 'scope', allScopesOf(primitive), scopeNames),
    ]),
    ...prompts.flatMap(promptProblems),
    ...resourceProblems(resources),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** The present name, then the former ones. */
export function namesOf({ name, formerNames = [] }: Tool): readonly string[] {
  return [name, ...formerNames];
}

function kinds(...[tools, prompts, resources]: readonly (readonly Primitive[])[]): [kind: string, Primitive][] {
  const named = { tool: tools, prompt: prompts, resource: resources };
  return Object.entries(named).flatMap(([kind, all = []]) => all.map((one): [string, Primitive] => [kind, one]));
}

function toolsetsOf({ toolset, scopesWith = {} }: Primitive): readonly string[] {
  return [toolset, ...Object.keys(scopesWith)];
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function unknown(who: string, kind: string, names: readonly string[], defined: readonly string[]): readonly string[] {
  return names
    .filter((name) => !defined.includes(name))
    .map((name) => {
      const nearest = nearestName(name, defined);
      return `The ${who} names the ${kind} ${name}, which is not defined.${nearest ? ` Did you mean ${nearest}?` : ''}`;
    });
}
