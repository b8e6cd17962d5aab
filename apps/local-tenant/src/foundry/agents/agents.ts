import { isDeepStrictEqual } from 'node:util';
import { FoundryError, notFound } from '../foundry-error.js';
import { agentDefinition, mcpToolsOf, type AgentDefinition } from './agent-definition.js';
import type { McpTool } from './mcp-tool.js';

/** What a version of an agent is made from. */
export interface AgentDraft {
  readonly definition: AgentDefinition;
  readonly description?: string | null;
  readonly metadata?: Readonly<Record<string, string>> | null;
}

export interface AgentVersion extends AgentDraft {
  readonly name: string;
  readonly number: number;
  /** Seconds since 1970. */
  readonly createdAt: number;
  readonly tools: readonly McpTool[];
}

/** The versions of one agent, oldest first; there is at least one. */
export type Agent = readonly AgentVersion[];

/** The prompt agents of all projects. */
export class Agents {
  #all = new Map<string, Agent>();
  #seed: ReadonlyMap<string, Agent> = new Map();

  constructor(readonly clock: () => Date) {}

  /** Makes the agent, if there is none, and a version of it. */
  createVersion(project: string, name: string, draft: AgentDraft): Agent {
    const versions = this.#all.get(`${project}/${name}`) ?? [];
    const { tools } = agentDefinition.parse(draft.definition);
    const createdAt = Math.floor(this.clock().getTime() / 1000);
    const number = (versions.at(-1)?.number ?? 0) + 1;
    const agent = [...versions, { ...draft, name, number, createdAt, tools: mcpToolsOf(tools) }];
    this.#all.set(`${project}/${name}`, agent);
    return agent;
  }

  /** Makes a version only where something differs from the latest. */
  update(project: string, name: string, draft: AgentDraft): Agent {
    const agent = this.get(project, name);
    return isDeepStrictEqual(agent.at(-1)?.definition, draft.definition)
      ? agent
      : this.createVersion(project, name, draft);
  }

  get(project: string, name: string): Agent {
    const found = this.#all.get(`${project}/${name}`);
    if (!found) throw notFound(`Project ${project} has no agent "${name}".`);
    return found;
  }

  /** @param number the latest, where it is not given */
  version(project: string, name: string, number?: string): AgentVersion {
    const agent = this.get(project, name);
    const found = number === undefined ? agent.at(-1) : agent.find((one) => String(one.number) === number);
    if (!found) throw notFound(`Agent "${name}" has no version "${number ?? ''}".`);
    return found;
  }

  /** @throws FoundryError 409 where there is one of this name */
  assertNew(project: string, name: string): void {
    if (this.#all.has(`${project}/${name}`))
      throw new FoundryError(409, 'conflict', `Agent "${name}" already exists.`, { param: 'name' });
  }

  list(project: string): readonly Agent[] {
    return [...this.#all].filter(([key]) => key.startsWith(`${project}/`)).map(([, agent]) => agent);
  }

  remove(project: string, name: string): void {
    this.get(project, name);
    this.#all.delete(`${project}/${name}`);
  }

  /** An agent without versions is none. */
  removeVersion(project: string, name: string, number: string): void {
    const gone = this.version(project, name, number);
    const left = this.get(project, name).filter((version) => version !== gone);
    if (left.length > 0) this.#all.set(`${project}/${name}`, left);
    else this.remove(project, name);
  }

  /** What is there now is what a reset comes back to. */
  keep(): void {
    this.#seed = new Map(this.#all);
  }

  reset(): void {
    this.#all = new Map(this.#seed);
  }
}
