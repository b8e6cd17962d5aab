import type { z } from 'zod';
import { descriptionOf, isOptional } from '../arguments/schema.js';
import { type ContentPart, MAX_CONTENT_BYTES, sizeOf } from '../client/content.js';
import type { InputRequired } from '../client/input.js';
import type { Completers } from './completion.js';
import type { Primitive } from '../primitive/primitive.js';
import type { ReadContext } from './read-context.js';

/** One message of a conversation that a prompt begins. */
export interface PromptMessage {
  readonly role: 'user' | 'assistant';
  /** A text of ours, into which words of other people go by `quoteLines` only; or a picture, a sound, a resource or a link. */
  readonly content: string | ContentPart;
}

/** What a prompt comes to. */
export interface PromptAnswer {
  /** In place of the prompt's own. */
  readonly description?: string;
  /** Up to 100, of 4 MiB together. */
  readonly messages: readonly PromptMessage[];
}

/** One argument of a prompt, as its schema says. */
export interface PromptArgument {
  readonly name: string;
  readonly description?: string;
  readonly required: boolean;
}

/** One declaration of a prompt, which a person chooses and the host puts into the conversation. It changes nothing. */
export interface Prompt<Arguments extends z.ZodObject = z.ZodObject> extends Primitive {
  /** A strict object of texts: MCP has no others here. */
  readonly arguments?: Arguments;
  /** Proposes values while the person writes an argument. */
  readonly complete?: Completers<Arguments>;
  get(args: z.output<Arguments>, context: ReadContext): Promise<PromptAnswer | InputRequired>;
}

/** Gives a declaration its types. */
export function definePrompt<Arguments extends z.ZodObject>(prompt: Prompt<Arguments>): Prompt<Arguments> {
  return prompt;
}

/** The arguments as MCP lists them. */
export function promptArguments({ arguments: schema }: Prompt): readonly PromptArgument[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    description: descriptionOf(field),
    required: !isOptional(field),
  }));
}

const MAX_MESSAGES = 100;

/** @throws Error for a prompt that is larger than a prompt may be */
export function assertPromptFits({ name }: Prompt, { messages }: PromptAnswer): void {
  const bytes = messages.reduce((sum, { content }) => sum + sizeOfContent(content), 0);
  if (messages.length <= MAX_MESSAGES && bytes <= MAX_CONTENT_BYTES) return;
  throw new Error(`The prompt ${name} has more than ${MAX_MESSAGES} messages or ${MAX_CONTENT_BYTES} bytes.`);
}

function sizeOfContent(content: PromptMessage['content']): number {
  return typeof content === 'string' ? new TextEncoder().encode(content).length : sizeOf(content);
}
