import { z } from 'zod';
import { mcpToolsOf, tools } from '../agents/agent-definition.js';
import type { McpTool } from '../agents/mcp-tool.js';
import { FoundryError, notFound } from '../foundry-error.js';

/** What a version of a toolbox is made from. */
export const toolboxDraft = z.object({
  tools,
  description: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

export interface ToolboxVersion {
  readonly name: string;
  readonly number: number;
  /** Seconds since 1970. */
  readonly createdAt: number;
  /** As it was sent. */
  readonly shown: z.input<typeof toolboxDraft>;
  readonly servers: readonly McpTool[];
  /** Tools are found by a search; only pinned ones are listed. */
  readonly hasSearch: boolean;
}

export interface StoredToolbox {
  readonly versions: readonly ToolboxVersion[];
  /** The one that the toolbox's own endpoint serves. */
  readonly defaultNumber: number;
}

const SEARCHES = ['toolbox_search', 'toolbox_search_preview'];

/** The toolboxes of all projects, with their versions. */
export class Toolboxes {
  #all = new Map<string, StoredToolbox>();

  constructor(readonly clock: () => Date) {}

  /** The first version is the default one until another is made it. */
  createVersion(project: string, name: string, json: unknown): ToolboxVersion {
    const draft = toolboxDraft.parse(json);
    const old = this.#all.get(`${project}/${name}`);
    const number = (old?.versions.at(-1)?.number ?? 0) + 1;
    const createdAt = Math.floor(this.clock().getTime() / 1000);
    const hasSearch = draft.tools.some(({ type }) => SEARCHES.includes(type));
    const shown = json as ToolboxVersion['shown'];
    const version = { name, number, createdAt, shown, servers: mcpToolsOf(draft.tools), hasSearch };
    const versions = [...(old?.versions ?? []), version];
    this.#all.set(`${project}/${name}`, { versions, defaultNumber: old?.defaultNumber ?? number });
    return version;
  }

  get(project: string, name: string): StoredToolbox {
    const found = this.#all.get(`${project}/${name}`);
    if (!found) throw notFound(`Project ${project} has no toolbox "${name}".`);
    return found;
  }

  /** @param number the default one, where it is not given */
  version(project: string, name: string, number?: string): ToolboxVersion {
    const { versions, defaultNumber } = this.get(project, name);
    const found = versions.find((version) => String(version.number) === (number ?? String(defaultNumber)));
    if (!found) throw notFound(`Toolbox "${name}" has no version "${number ?? defaultNumber}".`);
    return found;
  }

  setDefault(project: string, name: string, number: string): StoredToolbox {
    const defaultNumber = this.version(project, name, number).number;
    const changed = { ...this.get(project, name), defaultNumber };
    this.#all.set(`${project}/${name}`, changed);
    return changed;
  }

  list(project: string): readonly StoredToolbox[] {
    return [...this.#all].filter(([key]) => key.startsWith(`${project}/`)).map(([, toolbox]) => toolbox);
  }

  remove(project: string, name: string): void {
    this.get(project, name);
    this.#all.delete(`${project}/${name}`);
  }

  removeVersion(project: string, name: string, number: string): void {
    const { versions, defaultNumber } = this.get(project, name);
    const gone = this.version(project, name, number);
    if (gone.number === defaultNumber && versions.length > 1)
      throw new FoundryError(
        400,
        'bad_request',
        'The default version cannot be deleted: make another one the default.',
      );
    const left = versions.filter((version) => version !== gone);
    if (left.length > 0) this.#all.set(`${project}/${name}`, { versions: left, defaultNumber });
    else this.remove(project, name);
  }

  reset(): void {
    this.#all.clear();
  }
}
