import type { ToolCall } from './call-tool.js';

/** Stands where a language model would, and is none: a message names a tool and its JSON arguments. */
export function plan(message: string): ToolCall | undefined {
  if (/^who am i\W*$/i.test(message.trim())) return { name: 'get_my_context', arguments: '{}' };
  const [, name, json = '{}'] = /^\s*([a-z][a-z0-9_]*)\s*(\{.*\})?\s*$/s.exec(message) ?? [];
  return name?.includes('_') && isJson(json) ? { name, arguments: json } : undefined;
}

export const PLANNER_HELP =
  'I am a small deterministic planner, no language model. Name a tool and its arguments, as: get_my_context {}';

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
