import {
  type CallLimits,
  type CallTrace,
  type Caller,
  DomainError,
  type InputRequired,
  isInputRequired,
  ToolOutputError,
} from '@app/domain';
import { Injectable, Logger } from '@nestjs/common';
import { type InputRequiredResult, ProtocolError } from '@modelcontextprotocol/server';
import { type AuditEntry, AuditLog } from '../../audit/audit-log.js';
import { AppConfig } from '@app/config';
import { escalation } from '../../errors/escalation.js';
import type { HttpError } from '../../errors/http-answer.js';
import { rowOf } from '../../errors/error-responses.js';
import { CallPlaces } from '../../http/call-places.js';
import type { Conversation } from '../client/client-channels.js';
import { elicitLink } from '../client/link-elicitation.js';
import { unforeseen } from '../answers/tool-result.js';

/** Ways to answer that not every client can take. */
export interface ReplyOptions {
  readonly escalate?: (refusal: HttpError) => void;
  readonly mayElicit: boolean;
  /** Absent where the client cannot be asked for input. */
  readonly ask?: Conversation['ask'];
}

/** One use of a tool, a prompt or a resource. */
export interface Use<Outcome extends object, Result> {
  readonly caller: Caller;
  readonly limits: CallLimits;
  /** In the audit: names that the catalog has; what a caller calls something unknown is content. */
  readonly named: Pick<AuditEntry, 'tool' | 'prompt' | 'resource' | 'completes'>;
  run(trace: CallTrace): Promise<Outcome | InputRequired>;
  toResult(outcome: Outcome): Result;
  /** @throws ProtocolError where the method has no results that tell of errors */
  toErrorResult(error: DomainError): Result;
}

/** One call from the protocol's side: run it, record the decision, and answer a failure as the table of refusals says. */
@Injectable()
export class CallHandler {
  readonly #audit: AuditLog;
  readonly #denialMode: AppConfig['auth']['denialMode'];
  readonly #places: CallPlaces;
  readonly #logger = new Logger('Tools');

  constructor(audit: AuditLog, config: AppConfig) {
    this.#audit = audit;
    this.#denialMode = config.auth.denialMode;
    this.#places = new CallPlaces(config.load);
  }

  /** @throws ProtocolError for what MCP answers as a JSON-RPC error */
  async handle<Outcome extends object, Result>(
    use: Use<Outcome, Result>,
    reply: ReplyOptions,
  ): Promise<Result | InputRequiredResult> {
    const [startedAt, trace]: [number, CallTrace] = [Date.now(), {}];
    try {
      const outcome = await this.#places.run(use, () => use.run(trace));
      const result = isInputRequired(outcome) ? await asked(outcome, reply) : use.toResult(outcome);
      this.#record(use, trace, startedAt);
      return result;
    } catch (thrown) {
      const error = thrown instanceof DomainError ? thrown : unforeseen(thrown, use.limits.traceId);
      this.#record(use, trace, startedAt, error);
      if (error.code === 'internal_error') this.#logger.error(describeCause(error, use.limits.traceId));
      return this.#answer(error, use, reply);
    }
  }

  #answer<Outcome extends object, Result>(
    error: DomainError,
    { caller, toErrorResult }: Use<Outcome, Result>,
    { escalate, mayElicit }: ReplyOptions,
  ): Result | InputRequiredResult {
    const { response, message } = rowOf(error);
    if (response.kind === 'rpc') {
      throw new ProtocolError(response.error, `${message} ${error.details.userAction}`);
    }
    const challenge = escalation(error, caller, this.#denialMode);
    if (challenge) escalate?.(challenge);
    const elicits = mayElicit && response.kind === 'tool' && response.elicits && error.details.url !== undefined;
    return elicits ? elicitLink(error) : toErrorResult(error);
  }

  #record(
    { caller, named, limits }: Pick<Use<object, unknown>, 'caller' | 'named' | 'limits'>,
    trace: CallTrace,
    startedAt: number,
    error?: DomainError,
  ): void {
    this.#audit.record({
      decision: error ? 'refused' : 'allowed',
      reason: error?.reason,
      caller,
      ...named,
      scopes: trace.scopes,
      facts: trace.facts,
      rule: trace.rule,
      subject: trace.subject,
      write: trace.write,
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
