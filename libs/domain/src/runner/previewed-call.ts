import type { SeenCall } from '../approvals/approval-gate.js';
import type { ReviewText, Tool, ToolResult } from '../tool/tool.js';

/** What a dry run told: the result, and what an approval of the call would be bound to. */
export interface PreviewedCall {
  readonly tool: Tool;
  /** Absent for a tool that has no dry run. */
  readonly result?: ToolResult<Record<string, unknown>>;
  /** Read after the dry run, so that it is of the version that an approval is bound to, or of a later one. */
  readonly texts: readonly ReviewText[];
  readonly seen?: SeenCall;
}
