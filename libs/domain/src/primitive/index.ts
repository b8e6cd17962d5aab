// Prompts and resources, and what they have in common with tools.
export type { Completer, Completers, Completion, CompletionContext } from './completion.js';
export { allScopesOf, type Primitive } from './primitive.js';
export { type PrimitiveCall, PrimitiveRunner, type WrittenArgument } from './primitive-runner.js';
export {
  definePrompt,
  type Prompt,
  type PromptAnswer,
  type PromptArgument,
  promptArguments,
  type PromptMessage,
} from './prompt.js';
export type { ReadContext } from './read-context.js';
export {
  defineResource,
  defineResourceTemplate,
  isTemplate,
  type Resource,
  type ResourceAnswer,
  type ResourceTemplate,
} from './resource.js';
export { type FoundResource, ResourceIndex } from './resource-index.js';
