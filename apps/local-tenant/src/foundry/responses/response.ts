import type { OutputItem } from './items.js';
import type { ResponseBody } from './response-body.js';
import type { AgentVersion } from '../agents/agents.js';
import { DEPLOYMENT } from '../data-plane/deployments.js';

/** A response in the form of the Responses API. */
export interface FoundryResponse {
  readonly id: string;
  readonly object: 'response';
  /** Seconds since 1970. */
  readonly created_at: number;
  readonly status: 'in_progress' | 'completed' | 'failed';
  readonly model: string;
  readonly previous_response_id: string | null;
  readonly output: readonly OutputItem[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** What a response is before anything of it is done. */
export function startOf(id: string, now: Date, body: ResponseBody, agent: AgentVersion | undefined): FoundryResponse {
  return {
    id,
    object: 'response',
    created_at: Math.floor(now.getTime() / 1000),
    status: 'in_progress',
    model: agent?.definition.model ?? body.model ?? DEPLOYMENT.name,
    previous_response_id: body.previous_response_id ?? null,
    output: [],
    error: null,
    ...referencesOf(body, agent),
    ...SETTINGS,
    instructions: agent?.definition.instructions ?? body.instructions ?? null,
    metadata: body.metadata ?? {},
    store: body.store ?? true,
  } as FoundryResponse;
}

function referencesOf({ conversation }: ResponseBody, agent: AgentVersion | undefined): object {
  return {
    ...(conversation && { conversation: { id: conversation } }),
    agent_reference: agent ? { type: 'agent_reference', name: agent.name, version: String(agent.number) } : null,
  };
}

/** Settings of a language model, and its use: the planner has none. */
const SETTINGS = {
  background: false,
  incomplete_details: null,
  max_output_tokens: null,
  parallel_tool_calls: false,
  reasoning: { effort: null, summary: null },
  service_tier: 'default',
  temperature: 1,
  text: { format: { type: 'text' } },
  tool_choice: 'auto',
  tools: [],
  top_p: 1,
  truncation: 'disabled',
  usage: {
    input_tokens: 0,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 0,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 0,
  },
};
