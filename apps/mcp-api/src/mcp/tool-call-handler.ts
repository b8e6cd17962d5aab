import {
  type CallTrace,
  DomainError,
  type InputRequired,
  isInputRequired,
  type ToolCall,
  ToolOutputError,
  ToolRunner,
} from '@app/domain';
import { Injectable, Logger } from '@nestjs/common';
import { type CallToolResult, type InputRequiredResult, ProtocolError } from '@modelcontextprotocol/server';
import { AuditLog } from '../audit/audit-log.js';
import { AppConfig } from '../config/config.js';
import { escalation } from '../errors/escalation.js';
import type { HttpError } from '../errors/http-answer.js';
import { rowOf } from '../errors/error-responses.js';
import { CallPlaces } from '../http/call-places.js';
import type { Conversation } from './client-channels.js';
import { elicitLink } from './link-elicitation.js';
import { toCallResult, toErrorResult, unforeseen } from './tool-result.js';

/** Ways to answer that not every client can take. */
export interface ReplyOptions {
  readonly escalate?: (refusal: HttpError) => void;
  readonly mayElicit: boolean;
  /** Absent where the client cannot be asked for input. */
  readonly ask?: Conversation['ask'];
  /** Of MCP. */
  readonly revision: string;
}

/** One tool call from the protocol's side: run it, record the decision, and answer a failure as the table of refusals says. */
@Injectable()
export class ToolCallHandler {
  readonly #runner: ToolRunner;
  readonly #audit: AuditLog;
  readonly #denialMode: AppConfig['auth']['denialMode'];
  readonly #places: CallPlaces;
  readonly #logger = new Logger('Tools');

  constructor(runner: ToolRunner, audit: AuditLog, config: AppConfig) {
    this.#runner = runner;
    this.#audit = audit;
    this.#denialMode = config.auth.denialMode;
    this.#places = new CallPlaces(config.load);
  }

  /** @throws ProtocolError for what MCP answers as a JSON-RPC error */
  async call(call: ToolCall, reply: ReplyOptions): Promise<CallToolResult | InputRequiredResult> {
    const [startedAt, trace]: [number, CallTrace] = [Date.now(), {}];
    try {
      const outcome = await this.#places.run(call, () => this.#runner.serve({ ...call, trace }));
      const result = isInputRequired(outcome) ? await asked(outcome, reply) : toCallResult(outcome, reply.revision);
      this.#record(call, trace, startedAt);
      return result;
    } catch (thrown) {
      const error = thrown instanceof DomainError ? thrown : unforeseen(thrown, call.limits.traceId);
      this.#record(call, trace, startedAt, error);
      if (error.code === 'internal_error') this.#logger.error(describeCause(error, call.limits.traceId));
      return this.#answer(error, call, reply);
    }
  }

  #answer(error: DomainError, { caller }: ToolCall, { escalate, mayElicit }: ReplyOptions) {
    const { response, message } = rowOf(error);
    if (response.kind === 'rpc') {
      throw new ProtocolError(response.error, `${message} ${error.details.userAction}`);
    }
    const challenge = escalation(error, caller, this.#denialMode);
    if (challenge) escalate?.(challenge);
    const elicits = mayElicit && response.kind === 'tool' && response.elicits && error.details.url !== undefined;
    return elicits ? elicitLink(error) : toErrorResult(error);
  }

  #record({ caller, name, limits }: ToolCall, trace: CallTrace, startedAt: number, error?: DomainError): void {
    this.#audit.record({
      decision: error ? 'refused' : 'allowed',
      reason: error?.reason,
      caller,
      tool: error?.code === 'unknown_tool' ? undefined : name,
      scopes: trace.scopes,
      traceId: limits.traceId,
      requestId: error?.details.requestId ?? trace.requestId,
      startedAt,
    });
  }
}

/** @throws DomainError where the client's revision has no questions */
async function asked(required: InputRequired, { ask }: ReplyOptions): Promise<InputRequiredResult> {
  if (ask) return ask(required);
  throw new DomainError('client_cannot_be_asked');
}

/** Where a bug is, without what it said: an unforeseen message can quote anything. */
function describeCause({ cause }: DomainError, traceId: string): string {
  if (!(cause instanceof Error)) return `unforeseen failure [${traceId}]`;
  if (cause instanceof ToolOutputError) return `${cause.message} [${traceId}]`;
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return `unforeseen ${cause.name} [${traceId}]\n${frames.slice(0, 6).join('\n')}`;
}
