import type { CallTrace, Caller, CountedFacts, RecordedSubject } from '@app/domain';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AppConfig } from '@app/config';
import { AnonymousRefusals } from './anonymous-refusals.js';

/** A decision, and what is known of whom it was about. */
export interface AuditEntry {
  /** `approved`, `declined`: by the person, on a page of this server. */
  readonly decision: 'allowed' | 'refused' | 'approved' | 'declined';
  /** Why it was refused: a name of the table of refusals. */
  readonly reason?: string;
  readonly caller?: Pick<Caller, 'tenantId' | 'objectId'> &
    Partial<Pick<Caller, 'clientId' | 'verifiedBy' | 'tokenId'>>;
  /** Which client was not let in, as its token says; default: the caller's. */
  readonly clientId?: string;
  /** The client of the authorization front that got a token, or was declined. */
  readonly frontClient?: string;
  /** Where the code for it went. */
  readonly redirectHost?: string;
  /** How the front gave a token: `authorization_code` or `refresh_token`. */
  readonly grant?: string;
  /** A name the catalog has; what a caller calls an unknown tool is content. */
  readonly tool?: string;
  readonly prompt?: string;
  readonly resource?: string;
  /** The argument of it that the person was writing. */
  readonly completes?: string;
  /** Asked of Graph for this call. */
  readonly scopes?: readonly string[];
  /** Whom a write reaches: counts and kinds. */
  readonly facts?: CountedFacts;
  /** The rule of the policy file that decided, from 0. */
  readonly rule?: number;
  readonly subject?: RecordedSubject;
  /** Of what a tool wrote, or would have. */
  readonly write?: CallTrace['write'];
  readonly traceId: string;
  /** Under which Graph or Entra logged the request. */
  readonly requestId?: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/**
 * One JSON line on stdout for each decision, in a tool or before one is reached. Never content, never a token. Where very
 * many requests come that nobody signed, one line for each reason says how many were not recorded.
 */
@Injectable()
export class AuditLog implements OnModuleDestroy {
  readonly #anonymous = new AnonymousRefusals((reason, count) => {
    writeLine({ log: 'audit', time: new Date().toISOString(), decision: 'refused', reason, count });
  });

  readonly #names: AppConfig['clientNames'];

  constructor({ clientNames }: AppConfig) {
    this.#names = clientNames;
  }

  onModuleDestroy(): void {
    this.#anonymous.flush();
  }

  record(entry: AuditEntry): void {
    if (entry.caller === undefined && !this.#anonymous.record(entry.reason ?? '')) return;
    const { decision, reason, caller, clientId = caller?.clientId, startedAt, ...known } = entry;
    const now = Date.now();
    const line = {
      log: 'audit',
      time: new Date(now).toISOString(),
      decision,
      reason,
      tool: known.tool,
      prompt: known.prompt,
      resource: known.resource,
      completes: known.completes,
      scopes: known.scopes,
      facts: known.facts,
      rule: known.rule === undefined ? undefined : known.rule + 1,
      ...known.subject,
      ...(known.write && { targets: known.write.targets, outcome: outcomeOf(entry) }),
      tenantId: caller?.tenantId,
      objectId: caller?.objectId,
      clientId,
      clientName: clientId === undefined ? undefined : this.#names.get(clientId),
      frontClient: known.frontClient,
      redirectHost: known.redirectHost,
      grant: known.grant,
      tokenId: caller?.tokenId,
      verifiedBy: caller?.verifiedBy,
      traceId: known.traceId,
      requestId: known.requestId,
      durationMs: now - startedAt,
    };
    writeLine(line);
  }
}

/** What became of a write; `outcome_unknown`: it may have been carried out. */
function outcomeOf({ decision, reason, write }: AuditEntry): string {
  if (write?.isDryRun) return 'dry_run';
  if (decision === 'allowed' || decision === 'approved') return 'done';
  return reason === 'approval_required' || reason === 'outcome_unknown' ? reason : 'refused';
}

function writeLine(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
