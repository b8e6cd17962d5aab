export type { CallTrace } from './call-trace.js';
export type { PreviewedCall } from './previewed-call.js';
export { type PrimitiveCall, PrimitiveRunner, type WrittenArgument } from './primitive-runner.js';
export { ToolOutputError } from './tool-output.js';
export { type ToolCall, type ToolOutcome, ToolRunner } from './tool-runner.js';
