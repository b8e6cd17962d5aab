import type { StoppedCall } from '../approvals/approval-errors.js';
import { toText } from '../answer/to-text.js';
import { fitContent } from '../client/content.js';
import { type InputRequired, isInputRequired } from '../client/input.js';
import { wellFormed } from '../text/well-formed.js';
import { labelFor } from '../trust/label.js';
import type { Caller } from '../call/caller.js';
import { settled } from './settled.js';
import type { Tool, ToolAnswer, ToolContext, ToolResult } from '../tool/tool.js';
import { assertAnswered, readOutput } from './tool-output.js';
import { undoData, undoLines } from '../tool/undo.js';
import type { CallLimits } from '../call/user-context.js';

/** What comes of a call: a result, or questions to the client. */
export type ToolOutcome = ToolResult<Record<string, unknown>> | InputRequired;

/** Runs the tool within the limits of its call, and makes the result from what it answers. */
export async function execute(
  { tool, arguments: input, limits, caller }: StoppedCall & { readonly limits: CallLimits },
  context: ToolContext,
): Promise<ToolOutcome> {
  const answer = await settled(tool.execute(input, context), tool, limits);
  assertAnswered(tool, answer);
  return isInputRequired(answer) ? answer : toResult(tool, answer, caller);
}

function toResult(tool: Tool, answer: ToolAnswer<unknown>, caller: Caller): ToolOutcome {
  const { data: found, summary, isTrusted = false, content: parts = [], undo } = answer;
  const data = wellFormed(readOutput(tool, found));
  const { content, lines } = fitContent(parts);
  const label = labelFor(caller, isTrusted);
  const text = [toText(summary, data), ...undoLines(undo), ...lines].join('\n');
  return { data: { ...data, ...wellFormed(undoData(undo)) }, text, content, label };
}
