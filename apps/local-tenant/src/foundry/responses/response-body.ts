import { z } from 'zod';
import { tools } from '../agents/agent-definition.js';
import { FoundryError } from '../foundry-error.js';
import { inputItem, toStoredItems } from './input-items.js';
import type { OutputItem } from './items.js';

const agentReference = z.object({ name: z.string(), version: z.string().nullish() });

/** The body of `POST …/responses`: an agent by its name, or tools written in the request. */
export const responseBody = z.object({
  input: z.union([z.string(), z.array(inputItem)]).nullish(),
  /** The newest service takes this one only; the SDK's own documentation still has `agent`. */
  agent_reference: agentReference.nullish(),
  agent: agentReference.nullish(),
  model: z.string().nullish(),
  instructions: z.string().nullish(),
  tools: tools.nullish(),
  previous_response_id: z.string().nullish(),
  conversation: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
});

export type ResponseBody = z.output<typeof responseBody>;

/** @throws FoundryError, ZodError 400 */
export function readResponseBody(json: unknown): ResponseBody {
  const body = responseBody.parse(json);
  if (body.conversation && body.previous_response_id)
    throw new FoundryError(
      400,
      'mutually_exclusive_parameters',
      'Send either "previous_response_id" or "conversation", not both.',
    );
  return body;
}

export function inputOf({ input }: ResponseBody): readonly OutputItem[] {
  if (typeof input !== 'string') return toStoredItems(input ?? []);
  return toStoredItems([{ type: 'message', role: 'user', content: input }]);
}
