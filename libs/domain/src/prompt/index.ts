export type { Completer, Completers, Completion, CompletionContext } from './completion.js';
export {
  definePrompt,
  type Prompt,
  type PromptAnswer,
  type PromptArgument,
  promptArguments,
  type PromptMessage,
} from './prompt.js';
export type { ReadContext } from './read-context.js';
