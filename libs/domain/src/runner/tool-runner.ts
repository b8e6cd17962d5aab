import { actAs } from './act-as.js';
import { afterApproval, approvalError, type StoppedCall } from '../approvals/approval-errors.js';
import { countedFacts } from '../policy/approval-decision.js';
import { ApprovalGate, ApprovalNeeded, type ApprovedCall } from '../approvals/approval-gate.js';
import type { ApprovalRequests } from '../ports/approval-requests.port.js';
import { firstContacts } from '../tools/shared/first-contacts.js';
import { knownDomains, ownDomains } from '../tools/shared/own-domains.js';
import type { PreviewedCall } from './previewed-call.js';
import { type ClientChannel, type ClientContext, toClientContext } from '../client/client-channel.js';
import { isInputRequired } from '../client/input.js';
import { type Caller, personOf } from '../call/caller.js';
import type { ToolCatalog } from '../catalog/catalog.js';
import { readArguments } from '../arguments/read-arguments.js';
import { nearestName } from '../text/nearest-name.js';
import { CursorSeal } from '../paging/cursor-seal.js';
import { Paging } from '../paging/paging.js';
import { toDomainError } from '../policy/decision-error.js';
import { recordedSubject, subjectOf } from '../policy/rules/asked.js';
import type { UserTokenProvider } from '../ports/user-token-provider.port.js';
import type { Ports } from '../ports/ports.js';
import { execute, type ToolOutcome } from './execute.js';
import { withApprovalWords } from './approval-words.js';
import { traceWrite } from './write-trace.js';
import type { ToolContext, ToolResult } from '../tool/tool.js';
import type { CallTrace } from './call-trace.js';
import type { CallLimits } from '../call/user-context.js';

export type { ToolOutcome } from './execute.js';

/** A tool call as it came in: whose, which, with what. */
export interface ToolCall {
  readonly caller: Caller;
  readonly name: string;
  readonly arguments: unknown;
  readonly limits: CallLimits;
  /** Filled while the call is served. */
  readonly trace?: CallTrace;
  /** Default: a client that can be told and asked nothing. */
  readonly client?: ClientChannel;
}

type PreparedCall = StoppedCall & Pick<ToolCall, 'limits' | 'trace' | 'client'>;

/** Runs one tool for one person: authorization, arguments, the person's Graph token, the tool itself. */
export class ToolRunner {
  readonly #catalog: ToolCatalog;
  readonly #tokens: UserTokenProvider;
  readonly #ports: Ports;
  readonly #cursors: CursorSeal;
  readonly #now: () => Date;
  readonly #approvals: ApprovalRequests | undefined;

  constructor(
    catalog: ToolCatalog,
    tokens: UserTokenProvider,
    ports: Ports,
    cursors: CursorSeal = new CursorSeal(),
    now: () => Date = () => new Date(),
    approvals?: ApprovalRequests,
  ) {
    this.#catalog = catalog;
    this.#tokens = tokens;
    this.#ports = ports;
    this.#cursors = cursors;
    this.#now = now;
    this.#approvals = approvals;
  }

  /**
   * Runs a tool for a client that cannot be asked.
   * @throws DomainError for everything a caller can cause; anything else thrown is a bug, a tool that asks too
   */
  async run(call: ToolCall, approved?: ApprovedCall): Promise<ToolResult<Record<string, unknown>>> {
    const outcome = await this.serve(call, approved);
    if (isInputRequired(outcome)) throw new Error(`${call.name} asks the client for input.`);
    return outcome;
  }

  /**
   * @param approved what the person saw and approved; without it, a call that needs an approval is not carried out
   * @throws DomainError for everything a caller can cause; anything else thrown is a bug
   */
  async serve(call: ToolCall, approved?: ApprovedCall): Promise<ToolOutcome> {
    if (call.trace) call.trace.subject = recordedSubject(call.caller, this.#catalog.policy);
    const prepared = this.#prepare(call);
    const gate = this.#gateOf(prepared, approved);
    const isDryRun = prepared.arguments['dryRun'] === true;
    let outcome: ToolOutcome | undefined;
    try {
      await gate.agreeToAny(isDryRun);
      const context = await this.#contextOf(prepared, gate);
      outcome = await execute(prepared, context);
      if (call.trace) await gate.count((address) => knownDomains(address, context));
      return isDryRun ? withApprovalWords(outcome, gate.seen?.verdict) : outcome;
    } catch (error) {
      if (error instanceof ApprovalNeeded) throw await approvalError(prepared, error.seen, this.#approvals);
      throw await afterApproval(prepared, error, this.#approvals);
    } finally {
      if (call.trace && !isDryRun) {
        call.trace.facts = gate.seen && countedFacts(gate.seen.facts);
        call.trace.rule = gate.seen?.verdict?.rule;
      }
      if (call.trace) call.trace.write = traceWrite(prepared, outcome);
    }
  }

  /** Changes nothing. @throws DomainError as the call itself would */
  async preview(call: ToolCall): Promise<PreviewedCall> {
    const prepared = this.#prepare(call);
    const { tool, arguments: args } = prepared;
    const gate = this.#gateOf(prepared);
    await gate.agreeToAny(true);
    const hasDryRun = 'dryRun' in tool.input.shape;
    const dryRun = { ...prepared, arguments: { ...args, ...(hasDryRun && { dryRun: true }) } };
    const context = await this.#contextOf(dryRun, gate);
    const outcome = hasDryRun ? await execute(dryRun, context) : undefined;
    const texts = (await tool.review?.(dryRun.arguments, context)) ?? [];
    return { tool, result: outcome && !isInputRequired(outcome) ? outcome : undefined, texts, seen: gate.seen };
  }

  #prepare({ name, arguments: args, limits, ...call }: ToolCall): PreparedCall {
    const decision = this.#catalog.decide(call.caller, name);
    if (!decision.allowed) throw toDomainError(decision, nearestName(name, this.#catalog.enabledTools.map(nameOf)));
    const input = readArguments(decision.primitive, args);
    const person = personOf(call.caller);
    return { ...call, limits: { ...limits, person }, tool: decision.primitive, arguments: input };
  }

  #gateOf({ tool, caller }: PreparedCall, approved?: ApprovedCall): ApprovalGate {
    const { policy } = this.#catalog;
    return new ApprovalGate(tool, policy, subjectOf(caller, policy), approved);
  }

  async #contextOf(prepared: PreparedCall, gate: ApprovalGate): Promise<ToolContext> {
    const { tool, arguments: input, client, ...call } = prepared;
    const users = await actAs(tool, call, this.#catalog, this.#tokens);
    const paging = new Paging(this.#cursors, { caller: call.caller, tool: tool.name, arguments: input });
    const context = { ...this.#context(call.caller), ...users, ...toClientContext(client), paging };
    const agree: ToolContext['agree'] = (effect) =>
      gate.agree(
        effect,
        () => ownDomains(effect.ownAddress, context),
        () => firstContacts(effect.recipients, context),
      );
    return { ...context, agree };
  }

  #context(caller: Caller): Omit<ToolContext, 'user' | 'userAt' | 'paging' | 'agree' | keyof ClientContext> {
    const catalog = this.#catalog;
    return { ...this.#ports, caller, catalog, policy: catalog.policy, now: this.#now };
  }
}

const nameOf = ({ name }: { readonly name: string }): string => name;
