import type { DomainError, ToolCall } from '@app/domain';
import { Injectable, Logger } from '@nestjs/common';

export interface AuditEntry {
  readonly call: ToolCall;
  readonly decision: 'allowed' | 'refused';
  readonly error?: DomainError;
  readonly durationMs: number;
}

/** One structured line for each tool call: who, through which client, which tool, how it ended. Never content, never a token. */
@Injectable()
export class AuditLog {
  readonly #logger = new Logger('Audit');

  record({ call: { caller, name, limits }, decision, error, durationMs }: AuditEntry): void {
    this.#logger.log({
      decision,
      tool: error?.code === 'unknown_tool' ? undefined : name,
      reason: error?.code,
      tenantId: caller.tenantId,
      objectId: caller.objectId,
      clientId: caller.clientId,
      verifiedBy: caller.verifiedBy,
      traceId: limits.traceId,
      requestId: error?.details.requestId,
      durationMs,
    });
  }
}
