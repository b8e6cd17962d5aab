import { EXIT, type ExitCode } from '../exit-codes.js';
import type { AgentClient, Turn } from '../foundry/agent-client.js';
import type { ApprovalRequest, ConsentRequest, Item, ResponseEvent } from '../foundry/items.js';
import { type PageOfApproval, pageOfApproval } from './page-of-approval.js';
import type { Presenter } from './presenter.js';

/** What a response left for the person to do before it can go on. */
interface Outcome {
  readonly responseId?: string;
  readonly consents: readonly ConsentRequest[];
  readonly approvals: readonly ApprovalRequest[];
  readonly pages: readonly PageOfApproval[];
  readonly failed: boolean;
}

/** A talk with one agent: each message goes on from the response before it. */
export class Conversation {
  readonly #agent: AgentClient;
  readonly #presenter: Presenter;
  #responseId?: string;

  constructor(agent: AgentClient, presenter: Presenter) {
    this.#agent = agent;
    this.#presenter = presenter;
  }

  /** Sends a message and does what its answer asks for until there is nothing left to do. */
  async say(message: string, signal: AbortSignal): Promise<ExitCode> {
    let turn: Turn | undefined = { input: message };
    while (turn) {
      const outcome: Outcome = await this.#take({ ...turn, previousResponseId: this.#responseId }, signal);
      this.#responseId = outcome.responseId ?? this.#responseId;
      if (outcome.failed) return EXIT.failed;
      const next: Turn | ExitCode | undefined = await this.#next(outcome, message);
      if (typeof next === 'number') return next;
      turn = next;
    }
    this.#presenter.done();
    return EXIT.answered;
  }

  async #next({ consents, approvals, pages }: Outcome, message: string): Promise<Turn | ExitCode | undefined> {
    for (const request of consents) if (!(await this.#presenter.consent(request))) return EXIT.consentNeeded;
    if (consents.length > 0) return { input: message, toolsRequired: true };
    for (const page of pages) if (!(await this.#presenter.decide(page))) return EXIT.approvalNeeded;
    // Asked again, the agent is told whether it was done.
    if (pages.length > 0) return { input: message };
    if (approvals.length === 0) return undefined;
    const answers = [];
    for (const { id, ...request } of approvals) {
      const approve = await this.#presenter.approve({ id, ...request });
      if (approve === undefined) return EXIT.approvalNeeded;
      answers.push({ type: 'mcp_approval_response', approval_request_id: id, approve } as const);
    }
    return { input: answers };
  }

  async #take(turn: Turn, signal: AbortSignal): Promise<Outcome> {
    const items: Item[] = [];
    let responseId: string | undefined;
    let failed = false;
    for await (const event of this.#agent.respond(turn, signal)) {
      responseId = event.response?.id ?? responseId;
      failed ||= this.#show(event);
      if (event.type === 'response.output_item.done' && event.item) items.push(event.item);
    }
    const consents = items.filter((item) => item.type === 'oauth_consent_request');
    const approvals = items.filter((item) => item.type === 'mcp_approval_request');
    const pages = items.flatMap((item) => (item.type === 'mcp_call' ? (pageOfApproval(item) ?? []) : []));
    return { responseId, consents, approvals, pages, failed };
  }

  /** True when the event says that the response failed. */
  #show({ type, delta = '', item, response, message }: ResponseEvent): boolean {
    if (type === 'response.output_text.delta') this.#presenter.text(delta);
    if (type === 'response.output_item.done' && item?.type === 'mcp_call') this.#presenter.toolCalled(item);
    if (type !== 'response.failed' && type !== 'error') return false;
    this.#presenter.failed(response?.error?.message ?? message ?? 'The agent failed without saying why.');
    return true;
  }
}
