import type { ToolContext } from '../tool/tool.js';

/** What a prompt or a resource is given: what a tool is, but for what is of writing and of pages. */
export type ReadContext = Omit<ToolContext, 'agree' | 'paging' | 'log'>;
