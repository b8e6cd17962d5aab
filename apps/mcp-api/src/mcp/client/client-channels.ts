import { type ClientChannel, type InputRequired, ToolCatalog } from '@app/domain';
import { Injectable } from '@nestjs/common';
import type { InputRequiredResult } from '@modelcontextprotocol/server';
import { clientChannel } from './client-channel.js';
import { toInputRequiredResult } from './input-requests.js';
import type { MessageContext } from '../method-table.js';
import { RequestStates, type StatedRequest } from './request-state.js';
import type { ServedRequest } from '../served-request.js';

/** The client of a request, and how it is asked; `ask` is absent where its revision has no questions. */
export interface Conversation {
  readonly client: ClientChannel;
  readonly ask?: (required: InputRequired) => Promise<InputRequiredResult>;
}

/** Opens what a request can tell and ask its client. */
@Injectable()
export class ClientChannels {
  readonly #states: RequestStates;
  /** Whether a tool logs, which the server then declares. */
  readonly logs: boolean;

  constructor(states: RequestStates, catalog: ToolCatalog) {
    this.#states = states;
    this.logs = catalog.enabledTools.some(({ logs }) => logs);
  }

  /** @throws ProtocolError for a state that is not of this server, this person and this request */
  async open(
    context: MessageContext,
    { caller, streams, isModern }: ServedRequest,
    about: Omit<StatedRequest, 'caller'>,
  ): Promise<Conversation> {
    const reach = { streams, logs: this.logs, asks: isModern };
    if (!isModern) return { client: clientChannel(context, reach, undefined) };
    const request = { caller, ...about };
    const state = await this.#states.open(context.requestState(), request);
    return {
      client: clientChannel(context, reach, state),
      ask: async (required) => {
        const sealed = required.state === undefined ? undefined : await this.#states.seal(required.state, request);
        return toInputRequiredResult(required, sealed);
      },
    };
  }
}
