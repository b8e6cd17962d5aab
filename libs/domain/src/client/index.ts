// What a tool tells and asks the client of a call.
export type { ClientChannel, ClientContext, LogLevel, Progress } from './client-channel.js';
export type {
  ContentAnnotations,
  ContentPart,
  EmbeddedResource,
  MediaContent,
  ResourceContent,
  ResourceLink,
} from './content.js';
export {
  type FormAnswer,
  type InputKind,
  type InputOfClient,
  type InputRequest,
  inputRequired,
  type InputRequired,
  isInputRequired,
  ToolInput,
} from './input.js';
