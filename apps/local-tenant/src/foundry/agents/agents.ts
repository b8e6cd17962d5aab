import { z } from 'zod';
import { FoundryError } from '../foundry-error.js';
import { mcpTool } from './mcp-tool.js';

export const agentBody = z.object({ tools: z.array(mcpTool).min(1) });

export type Agent = z.output<typeof agentBody>;

/** The prompt agents of all projects, as far as a deterministic planner needs them: their tools. */
export class Agents {
  readonly #all = new Map<string, Agent>();

  put(project: string, name: string, agent: Agent): Agent {
    this.#all.set(`${project}/${name}`, agent);
    return agent;
  }

  get(project: string, name: string): Agent {
    const found = this.#all.get(`${project}/${name}`);
    if (!found) throw new FoundryError(404, 'NotFound', `Project ${project} has no agent "${name}".`);
    return found;
  }

  reset(): void {
    this.#all.clear();
  }
}
