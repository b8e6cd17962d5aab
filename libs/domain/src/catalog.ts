import type { Caller } from './caller.js';
import { missingScopes, type Scope } from './scopes.js';
import type { Tool } from './tool.js';

export interface UnavailableTool {
  readonly tool: string;
  readonly missingScopes: readonly Scope[];
}

/** The tools of this deployment, by name. What a caller may use is asked here and nowhere else. */
export class ToolCatalog {
  readonly #byName: ReadonlyMap<string, Tool>;

  constructor(readonly tools: readonly Tool[]) {
    this.#byName = new Map(tools.map((tool) => [tool.name, tool]));
    if (this.#byName.size !== tools.length) throw new Error(`Two tools share a name: ${duplicates(tools).join(', ')}`);
  }

  find(name: string): Tool | undefined {
    return this.#byName.get(name);
  }

  /** The tools whose required scopes the caller has. */
  availableTo(caller: Caller): readonly Tool[] {
    return this.tools.filter((tool) => missingScopes(caller.scopes, tool.requiredScopes).length === 0);
  }

  unavailableTo(caller: Caller): readonly UnavailableTool[] {
    return this.tools
      .map((tool) => ({ tool: tool.name, missingScopes: missingScopes(caller.scopes, tool.requiredScopes) }))
      .filter(({ missingScopes: missing }) => missing.length > 0);
  }

  /** Every scope a tool of this catalog requires or can use, sorted: the consent list and `scopes_supported`. */
  get scopes(): readonly Scope[] {
    const all = this.tools.flatMap((tool) => [...tool.requiredScopes, ...(tool.optionalScopes ?? [])]);
    return [...new Set(all)].sort();
  }
}

function duplicates(tools: readonly Tool[]): string[] {
  const names = tools.map((tool) => tool.name);
  return names.filter((name, index) => names.indexOf(name) !== index);
}
