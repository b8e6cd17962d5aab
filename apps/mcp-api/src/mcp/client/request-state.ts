import type { Caller, CursorSeal } from '@app/domain';
import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';

/** The request that a state is for: the same person must send the same one again. */
export interface StatedRequest {
  readonly caller: Caller;
  readonly method: string;
  /** Name of the tool or the prompt, or the address of the resource. */
  readonly target: string;
  readonly arguments?: unknown;
}

/** How long a person may take to answer. */
const LIFETIME_MS = 30 * 60_000;

/**
 * What a tool keeps between two rounds of a call, in the hands of the client (MCP 2026-07-28, "Multi round-trip
 * requests"): sealed for one person and one request, for half an hour. The client can read it, and send it again.
 */
export class RequestStates {
  readonly #seal: CursorSeal;
  readonly #now: () => number;

  constructor(seal: CursorSeal, now: () => number) {
    this.#seal = seal;
    this.#now = now;
  }

  seal(state: unknown, request: StatedRequest): Promise<string> {
    return this.#seal.seal({ state, until: this.#now() + LIFETIME_MS }, bindingOf(request));
  }

  /** @throws ProtocolError for a state that is not of this server, of another request, or too old */
  async open(sealed: unknown, request: StatedRequest): Promise<unknown> {
    if (sealed === undefined) return undefined;
    const opened = typeof sealed === 'string' ? await this.#seal.open(sealed, bindingOf(request)) : undefined;
    const { state, until } = (opened ?? {}) as { readonly state?: unknown; readonly until?: number };
    if (until !== undefined && this.#now() < until) return state;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Invalid or expired requestState. Start the call again.', {
      reason: 'invalid_request_state',
    });
  }
}

function bindingOf({ caller, method, target, arguments: args = {} }: StatedRequest): readonly unknown[] {
  return ['requestState', caller.tenantId, caller.objectId, method, target, args];
}
