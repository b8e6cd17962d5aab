import { serversOf } from '../agents/agent-server.js';
import { mcpToolsOf } from '../agents/agent-definition.js';
import type { AgentVersion } from '../agents/agents.js';
import type { FoundryCaller } from '../caller.js';
import { Conversations, type Conversation } from '../conversations/conversations.js';
import { note } from '../exchange.js';
import { FoundryError } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { finishTurn } from './finish-turn.js';
import { approvalsIn, saidLast } from './input-items.js';
import { newId, type OutputItem } from './items.js';
import { inputOf, type ResponseBody } from './response-body.js';
import { startOf, type FoundryResponse } from './response.js';
import { StoredResponses } from './stored-responses.js';
import type { Turn, TurnMemory } from './turn.js';

/** A response that is being made: what it is at the start, its items, and what it is at the end. */
export interface RunningResponse {
  readonly start: FoundryResponse;
  run(onItem: (item: OutputItem) => void): Promise<FoundryResponse>;
}

/** Where a response is asked for: a project, or one agent's own endpoint. */
export interface Place {
  readonly project: string;
  readonly agent?: string;
}

/** Makes responses; remembers what each left open. */
export class Responses {
  readonly stored = new StoredResponses();
  readonly conversations: Conversations;
  readonly #services: FoundryServices;

  constructor(services: FoundryServices) {
    this.#services = services;
    this.conversations = new Conversations(services.state.clock);
  }

  reset(): void {
    this.stored.reset();
    this.conversations.reset();
  }

  /** @throws FoundryError for a request that is refused before anything is done */
  start(place: Place, body: ResponseBody, caller: FoundryCaller): RunningResponse {
    const services = this.#services;
    const agent = this.#agent(place, body);
    const input = inputOf(body);
    const conversation = body.conversation ? this.conversations.get(body.conversation, caller.objectId) : undefined;
    const memory = this.#memory(body, caller, input, conversation);
    const servers = serversOf(services, place.project, agent?.tools ?? mcpToolsOf(body.tools ?? []));
    const approvals = new Map(approvalsIn(input).map((answer) => [answer.approval_request_id, answer.approve]));
    const turn: Turn = { responseId: newId('resp'), services, caller, servers, memory, approvals };
    const start = startOf(turn.responseId, services.state.clock(), body, agent);
    this.#keep(body, { memory, input, response: start }, conversation);
    const whose = caller.isApp ? ' This is an app itself: all its users share one consent.' : '';
    note(turn, 'called', `${caller.displayName} calls Foundry.${whose}`, { isApp: caller.isApp });
    const run: RunningResponse['run'] = async (onItem) => {
      const response = await finishTurn(turn, start, onItem);
      if (body.store !== false) this.stored.put({ memory, input, response });
      if (conversation) conversation.items = [...conversation.items, ...response.output];
      return response;
    };
    return { start, run };
  }

  #agent({ project, agent }: Place, { agent_reference: named, agent: sample }: ResponseBody): AgentVersion | undefined {
    const { agents } = this.#services;
    if (agent !== undefined) return agents.version(project, agent);
    const reference = named ?? sample;
    return reference ? agents.version(project, reference.name, reference.version ?? undefined) : undefined;
  }

  #keep(body: ResponseBody, stored: Parameters<StoredResponses['put']>[0], conversation?: Conversation): void {
    if (body.store !== false) this.stored.put(stored);
    if (!conversation) return;
    conversation.items = [...conversation.items, ...stored.input];
    conversation.memory = stored.memory;
  }

  /** A new message begins anew with the tools that are known; anything else goes on where the last response stopped. */
  #memory(
    { previous_response_id: id }: ResponseBody,
    { objectId: owner }: FoundryCaller,
    input: readonly OutputItem[],
    conversation?: Conversation,
  ): TurnMemory {
    const previous = id ? this.stored.previous(id, owner) : conversation?.memory;
    const unknown = approvalsIn(input).find((answer) => answer.approval_request_id !== previous?.approval?.id);
    if (unknown !== undefined) throw unknownApproval(unknown.approval_request_id);
    const message = saidLast([...(conversation?.items ?? []), ...input]);
    if (message === undefined && previous) return previous;
    if (message === undefined)
      throw new FoundryError(400, 'missing_required_parameter', 'Write a message in "input".', { param: 'input' });
    return { owner, message, done: [], listed: new Map(previous?.listed) };
  }
}

function unknownApproval(id: string): FoundryError {
  const message = `No approval "${id}" is open: it was answered, or never asked.`;
  return new FoundryError(400, 'invalid_request_error', message, { param: 'input' });
}
