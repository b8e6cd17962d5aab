import { type Prompt, type PromptAnswer, type PromptMessage, promptArguments } from '@app/domain';
import type { GetPromptResult, Prompt as McpPrompt, PromptMessage as McpMessage } from '@modelcontextprotocol/server';
import { toContentBlocks } from '../answers/content-blocks.js';

/** A prompt as `prompts/list` shows it. */
export function toMcpPrompt(prompt: Prompt): McpPrompt {
  const { name, title, description } = prompt;
  return { name, title, description, arguments: [...promptArguments(prompt)] };
}

/** As a client of this revision of MCP reads it; parts that the revision does not know are left out. */
export function toPromptResult(
  { description: own, messages }: PromptAnswer,
  description = '',
  revision: string,
): GetPromptResult {
  return {
    description: (own ?? description).toWellFormed(),
    messages: messages.flatMap((one) => toMcpMessages(one, revision)),
  };
}

function toMcpMessages({ role, content }: PromptMessage, revision: string): McpMessage[] {
  if (typeof content === 'string') return [{ role, content: { type: 'text', text: content.toWellFormed() } }];
  return toContentBlocks([content], revision).map((block) => ({ role, content: block }));
}
