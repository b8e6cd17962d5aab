import type { InputRequest, InputRequired } from '@app/domain';
import {
  inputRequired,
  type InputRequest as McpInputRequest,
  type InputRequiredResult,
} from '@modelcontextprotocol/server';

/** Questions of a tool as MCP 2026-07-28 has them, with the sealed state. */
export function toInputRequiredResult(required: InputRequired, requestState: string | undefined): InputRequiredResult {
  const asked = Object.entries(required.inputRequests).map(([name, request]) => [name, toMcpRequest(request)] as const);
  return inputRequired({ inputRequests: Object.fromEntries(asked), requestState });
}

/** @throws TypeError for a form that is not flat, which is a mistake in the tool */
function toMcpRequest(request: InputRequest): McpInputRequest {
  switch (request.kind) {
    case 'form':
      return inputRequired.elicit({ message: request.message, requestedSchema: request.schema });
    case 'url':
      return inputRequired.elicitUrl({ message: request.message, url: request.url });
    case 'sampling': {
      const { prompt, maxTokens, system } = request;
      const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: prompt } }];
      return inputRequired.createMessage({
        messages,
        maxTokens,
        ...(system !== undefined && { systemPrompt: system }),
      });
    }
    case 'roots':
      return inputRequired.listRoots();
  }
}
