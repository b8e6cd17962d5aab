import type { Tool } from '@app/domain';
import type { AgentTool } from './connection.js';
import { SEARCH_WORDS } from './search-words.js';

/** How a toolbox with a search shows one tool. */
export interface ToolConfig {
  /** Listed beside the search, and called by its own name. */
  readonly pin?: true;
  /** Searched beside name and description. */
  readonly additional_search_text?: string;
}

/** The body of `POST {project}/toolboxes/{name}/versions`. */
export interface ToolboxBody {
  readonly description: string;
  readonly tools: readonly [
    AgentTool & { readonly tool_configs: Readonly<Record<string, ToolConfig>> },
    { readonly type: 'toolbox_search' },
  ];
}

/** What nearly every question begins with. */
const PINNED = ['get_my_context', 'calendar_list_events', 'mail_search'];

/**
 * The server's tools as a toolbox. Every write is pinned: behind `call_tool` a host sees one name for all of them, and an
 * approval by the name of the tool would not be asked for.
 */
export function toolboxBody(agentTool: AgentTool, tools: readonly Tool[]): ToolboxBody {
  const configs = tools.map(({ name, annotations, title }): [string, ToolConfig] => {
    if (!annotations.readOnlyHint || PINNED.includes(name)) return [name, { pin: true }];
    return [name, { additional_search_text: SEARCH_WORDS[name] ?? title }];
  });
  return {
    description: 'Calendar, mail, files and people of Microsoft 365, as the signed-in person.',
    tools: [{ ...agentTool, tool_configs: Object.fromEntries(configs) }, { type: 'toolbox_search' }],
  };
}
