import type { Caller } from '@app/domain';
import { Injectable } from '@nestjs/common';

/** A decision, and what is known of whom it was about. */
export interface AuditEntry {
  readonly decision: 'allowed' | 'refused';
  /** Why it was refused: a name of the table of refusals. */
  readonly reason?: string;
  readonly caller?: Caller;
  /** Which client was not let in, as its token says; default: the caller's. */
  readonly clientId?: string;
  /** A name the catalog has; what a caller calls an unknown tool is content. */
  readonly tool?: string;
  /** Asked of Graph for this call. */
  readonly scopes?: readonly string[];
  readonly traceId: string;
  /** Under which Graph or Entra logged the request. */
  readonly requestId?: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** One JSON line on stdout for each decision, in a tool or before one is reached. Never content, never a token. */
@Injectable()
export class AuditLog {
  record(entry: AuditEntry): void {
    const {
      decision,
      reason,
      caller,
      clientId = caller?.clientId,
      tool,
      scopes,
      traceId,
      requestId,
      startedAt,
    } = entry;
    const now = Date.now();
    const line = {
      log: 'audit',
      time: new Date(now).toISOString(),
      decision,
      reason,
      tool,
      scopes,
      tenantId: caller?.tenantId,
      objectId: caller?.objectId,
      clientId,
      verifiedBy: caller?.verifiedBy,
      traceId,
      requestId,
      durationMs: now - startedAt,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
