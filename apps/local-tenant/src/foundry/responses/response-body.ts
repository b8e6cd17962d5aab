import { z } from 'zod';
import { mcpTool } from '../agents/mcp-tool.js';

const approvalAnswer = z.object({
  type: z.literal('mcp_approval_response'),
  approval_request_id: z.string(),
  approve: z.boolean(),
});

const textParts = z.array(z.object({ type: z.literal('input_text'), text: z.string() }));
const userMessage = z.object({ role: z.literal('user'), content: z.union([z.string(), textParts]) });

const agentReference = z.object({ name: z.string() });

/** The body of `POST …/openai/v1/responses`: an agent by its name, or tools written in the request. */
export const responseBody = z.object({
  input: z.union([z.string(), z.array(z.union([approvalAnswer, userMessage]))]).default([]),
  agent_reference: agentReference.optional(),
  agent: agentReference.optional(),
  tools: z.array(mcpTool).optional(),
  previous_response_id: z.string().nullish(),
  stream: z.boolean().default(false),
});

export type ResponseBody = z.output<typeof responseBody>;
export type ApprovalAnswer = z.output<typeof approvalAnswer>;

/** What the person says with it, if anything. */
export function messageOf({ input }: ResponseBody): string | undefined {
  if (typeof input === 'string') return input;
  const said = input.filter((item) => 'role' in item).map(({ content }) => content);
  const texts = said.map((content) =>
    typeof content === 'string' ? content : content.map(({ text }) => text).join(''),
  );
  return texts.length > 0 ? texts.join('\n') : undefined;
}

export function approvalsOf({ input }: ResponseBody): readonly ApprovalAnswer[] {
  return typeof input === 'string' ? [] : input.filter((item) => 'approve' in item);
}
