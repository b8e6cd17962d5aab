import { LRUCache } from 'lru-cache';
import { serversOf } from '../agents/agent-server.js';
import type { FoundryCaller } from '../caller.js';
import { describeError } from '../error-handler.js';
import { note } from '../exchange.js';
import { FoundryError } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { newId, type OutputItem } from './items.js';
import { approvalsOf, messageOf, type ResponseBody } from './response-body.js';
import { runTurn } from './run-turn.js';
import type { Turn, TurnMemory } from './turn.js';

export interface FoundryResponse {
  readonly id: string;
  readonly object: 'response';
  readonly created_at: number;
  readonly status: 'in_progress' | 'completed' | 'failed';
  readonly model: 'local-planner';
  readonly previous_response_id: string | null;
  readonly output: readonly OutputItem[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** A response that is being made: what it is at the start, its items, and what it is at the end. */
export interface RunningResponse {
  readonly start: FoundryResponse;
  run(onItem: (item: OutputItem) => void): Promise<FoundryResponse>;
}

const KEPT = 1000;

/** Makes responses; remembers what each left open, for the caller that it belongs to. */
export class Responses {
  readonly #memories = new LRUCache<string, TurnMemory>({ max: KEPT });
  readonly #services: FoundryServices;

  constructor(services: FoundryServices) {
    this.#services = services;
  }

  reset(): void {
    this.#memories.clear();
  }

  /** @throws FoundryError for a request that is refused before anything is done */
  start(project: string, body: ResponseBody, caller: FoundryCaller): RunningResponse {
    const turn = this.#turn(project, body, caller);
    this.#memories.set(turn.responseId, turn.memory);
    const whose = caller.isApp ? ' This is an app itself: all its users share one consent.' : '';
    note(turn, 'called', `${caller.displayName} calls Foundry.${whose}`, { isApp: caller.isApp });
    const start = this.#response(turn.responseId, body);
    return { start, run: (onItem) => finish(turn, start, onItem) };
  }

  #turn(project: string, body: ResponseBody, caller: FoundryCaller): Turn {
    const services = this.#services;
    const reference = body.agent_reference ?? body.agent;
    const tools = reference ? services.agents.get(project, reference.name).tools : (body.tools ?? []);
    const servers = serversOf(services, project, tools);
    const approvals = new Map(approvalsOf(body).map((answer) => [answer.approval_request_id, answer.approve]));
    const memory = this.#memory(body, caller, approvals);
    return { responseId: newId('resp'), services, caller, servers, memory, approvals };
  }

  /** A new message begins anew with the tools that are known; anything else goes on where the last response stopped. */
  #memory(body: ResponseBody, { objectId: owner }: FoundryCaller, approvals: ReadonlyMap<string, boolean>): TurnMemory {
    const { previous_response_id: id } = body;
    const previous = id ? this.#memories.get(id) : undefined;
    if (id && previous?.owner !== owner) throw new FoundryError(404, 'NotFound', `There is no response "${id}".`);
    const unknown = [...approvals.keys()].find((asked) => asked !== previous?.approval?.id);
    if (unknown !== undefined)
      throw new FoundryError(400, 'BadRequest', `No approval "${unknown}" is open: it was answered, or never asked.`);
    const message = messageOf(body);
    if (message === undefined && !previous) throw new FoundryError(400, 'BadRequest', 'Write a message in "input".');
    if (message === undefined && previous) return previous;
    return { owner, message: message ?? '', done: [], listed: new Map(previous?.listed) };
  }

  #response(id: string, { previous_response_id: previous = null }: ResponseBody): FoundryResponse {
    const created_at = Math.floor(this.#services.state.clock().getTime() / 1000);
    const about = { id, object: 'response', created_at, model: 'local-planner' } as const;
    return { ...about, status: 'in_progress', previous_response_id: previous, output: [], error: null };
  }
}

async function finish(
  turn: Turn,
  start: FoundryResponse,
  onItem: (item: OutputItem) => void,
): Promise<FoundryResponse> {
  const output: OutputItem[] = [];
  try {
    for await (const item of runTurn(turn)) {
      output.push(item);
      onItem(item);
    }
    note(turn, 'answered', `The response is complete: ${output.map(({ type }) => type).join(', ')}.`);
    return { ...start, status: 'completed', output };
  } catch (error) {
    const { code, message } = describeError(error);
    note(turn, 'answered', `The response failed: ${message}`);
    return { ...start, status: 'failed', output, error: { code, message } };
  }
}
