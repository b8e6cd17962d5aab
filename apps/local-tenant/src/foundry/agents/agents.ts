import { z } from 'zod';
import { FoundryError } from '../foundry-error.js';
import { mcpTool } from './mcp-tool.js';

export const agentBody = z.object({ tools: z.array(mcpTool).min(1) });

export type Agent = z.output<typeof agentBody>;

/** The prompt agents of all projects, as far as a deterministic planner needs them: their tools. */
export class Agents {
  #all = new Map<string, Agent>();
  #seed: ReadonlyMap<string, Agent> = new Map();

  put(project: string, name: string, agent: Agent): Agent {
    this.#all.set(`${project}/${name}`, agent);
    return agent;
  }

  get(project: string, name: string): Agent {
    const found = this.#all.get(`${project}/${name}`);
    if (!found) throw new FoundryError(404, 'NotFound', `Project ${project} has no agent "${name}".`);
    return found;
  }

  has(project: string, name: string): boolean {
    return this.#all.has(`${project}/${name}`);
  }

  /** What is there now is what a reset comes back to. */
  keep(): void {
    this.#seed = new Map(this.#all);
  }

  reset(): void {
    this.#all = new Map(this.#seed);
  }
}
