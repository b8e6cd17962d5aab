import type { AgentServer } from '../agents/agent-server.js';
import type { Exchange } from '../exchange.js';
import type { ToolCall } from '../mcp/mcp-client.js';
import type { ListedTool } from '../mcp/mcp-results.js';
import type { DoneCall } from '../planner/planner.js';

/** A call that waits for somebody's approval. */
export interface OpenApproval {
  readonly id: string;
  readonly call: ToolCall;
}

/** What a conversation remembers from one response to the next. */
export interface TurnMemory {
  readonly owner: string;
  message: string;
  done: DoneCall[];
  approval?: OpenApproval;
  readonly listed: Map<string, readonly ListedTool[]>;
}

/** One turn of a conversation: who asks, what of, and what is known from before. */
export interface Turn extends Exchange {
  readonly servers: readonly AgentServer[];
  readonly memory: TurnMemory;
  /** Answers to approvals, by the id of the request. */
  readonly approvals: ReadonlyMap<string, boolean>;
}
