import { EventSourceParserStream } from 'eventsource-parser/stream';
import { ChatError, EXIT } from '../exit-codes.js';
import type { TokenSource } from '../sign-in/person-token.js';
import type { Input, ResponseEvent } from './items.js';

export interface Turn {
  readonly input: Input;
  readonly previousResponseId?: string;
  /** After consent: makes the agent take the tool up that was waiting for it. */
  readonly toolsRequired?: boolean;
}

export interface AgentPlace {
  /** Of the project. */
  readonly endpoint: string;
  readonly agent: string;
  /** Whether the agent is asked at its own endpoint, and not at the project's by its name. */
  readonly ownEndpoint?: boolean;
}

/** One agent of a Foundry project, over the Responses API; every request carries the person's own token. */
export class AgentClient {
  readonly #endpoint: string;
  /** At its own endpoint an agent is not named. */
  readonly #reference: object;
  readonly #token: TokenSource;

  constructor({ endpoint, agent, ownEndpoint = false }: AgentPlace, token: TokenSource) {
    const own = `${endpoint}/agents/${encodeURIComponent(agent)}/endpoint/protocols/openai/responses`;
    this.#endpoint = ownEndpoint ? own : `${endpoint}/openai/v1/responses`;
    this.#reference = ownEndpoint ? {} : { agent_reference: { name: agent, type: 'agent_reference' } };
    this.#token = token;
  }

  /** @throws ChatError when Foundry refuses or cannot be reached */
  async *respond(turn: Turn, signal: AbortSignal): AsyncGenerator<ResponseEvent> {
    const response = await this.#post(turn, signal);
    if (!response.ok || !response.body) throw await refusal(response);
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    for await (const { data } of events) if (data !== '[DONE]') yield JSON.parse(data) as ResponseEvent;
  }

  async #post({ input, previousResponseId, toolsRequired }: Turn, signal: AbortSignal): Promise<Response> {
    const body = {
      input,
      stream: true,
      ...this.#reference,
      ...(previousResponseId !== undefined && { previous_response_id: previousResponseId }),
      ...(toolsRequired && { tool_choice: 'required' }),
    };
    const headers = { authorization: `Bearer ${await this.#token(signal)}`, 'content-type': 'application/json' };
    try {
      return await fetch(this.#endpoint, { method: 'POST', headers, body: JSON.stringify(body), signal });
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw new ChatError(`${new URL(this.#endpoint).host} does not answer.`, EXIT.failed, { cause });
    }
  }
}

async function refusal(response: Response): Promise<ChatError> {
  const body = (await response.json().catch(() => undefined)) as
    { readonly error?: { readonly message?: string } } | undefined;
  const message = body?.error?.message ?? response.statusText;
  return response.status === 401 || response.status === 403
    ? new ChatError(`Foundry refuses the sign-in (${response.status}): ${message}`, EXIT.signIn)
    : new ChatError(`Foundry answered ${response.status}: ${message}`, EXIT.failed);
}
