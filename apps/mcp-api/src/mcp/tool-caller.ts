import { DomainError, type ToolCall, ToolRunner } from '@app/domain';
import { Injectable, Logger } from '@nestjs/common';
import { type CallToolResult, ProtocolError } from '@modelcontextprotocol/server';
import { AuditLog } from '../audit/audit-log.js';
import { toCallResult, toErrorResult, unforeseen } from './tool-result.js';

const INVALID_PARAMS = -32602;

/** One tool call from the protocol's side: run it, record the decision, and turn every failure into an answer that leaks nothing. */
@Injectable()
export class ToolCaller {
  readonly #runner: ToolRunner;
  readonly #audit: AuditLog;
  readonly #logger = new Logger('Tools');

  constructor(runner: ToolRunner, audit: AuditLog) {
    this.#runner = runner;
    this.#audit = audit;
  }

  /** @throws ProtocolError for an unknown tool, which MCP answers as a JSON-RPC error */
  async call(call: ToolCall): Promise<CallToolResult> {
    const startedAt = Date.now();
    try {
      const result = toCallResult(await this.#runner.run(call));
      this.#audit.record({ call, decision: 'allowed', durationMs: Date.now() - startedAt });
      return result;
    } catch (thrown) {
      const error = thrown instanceof DomainError ? thrown : unforeseen(thrown);
      this.#audit.record({ call, decision: 'refused', error, durationMs: Date.now() - startedAt });
      if (error.code === 'internal_error') this.#logger.error(describeCause(error, call.limits.traceId));
      if (error.code === 'unknown_tool') throw new ProtocolError(INVALID_PARAMS, 'Unknown tool');
      return toErrorResult(error);
    }
  }
}

/** Where a bug is, without what it said: an unforeseen message can quote anything. */
function describeCause({ cause }: DomainError, traceId: string): string {
  if (!(cause instanceof Error)) return `unforeseen failure [${traceId}]`;
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return `unforeseen ${cause.name} [${traceId}]\n${frames.slice(0, 6).join('\n')}`;
}
