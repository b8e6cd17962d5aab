import type { DomainError, ToolCall } from '@app/domain';
import { Injectable } from '@nestjs/common';

export interface AuditEntry {
  readonly call: ToolCall;
  readonly decision: 'allowed' | 'refused';
  readonly error?: DomainError;
  readonly durationMs: number;
}

/** One JSON line on stdout for each tool call: who, through which client, which tool, how it ended. Never content, never a token. */
@Injectable()
export class AuditLog {
  record({ call: { caller, name, limits }, decision, error, durationMs }: AuditEntry): void {
    const line = {
      log: 'audit',
      time: new Date().toISOString(),
      decision,
      reason: error?.code,
      // What a caller calls an unknown tool is content.
      tool: error?.code === 'unknown_tool' ? undefined : name,
      tenantId: caller.tenantId,
      objectId: caller.objectId,
      clientId: caller.clientId,
      verifiedBy: caller.verifiedBy,
      traceId: limits.traceId,
      requestId: error?.details.requestId,
      durationMs,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
