import type { Caller } from '../call/caller.js';
import type { CallLimits } from '../call/user-context.js';

/** What an item that an agent made is marked with, for administrators to find it by: ids, never content. */
export interface AgentMark {
  /** The OAuth client that asked. */
  readonly client: string;
  /** Of the record of the call in the audit. */
  readonly trace: string;
}

/** Both values are one word of at most 100 plain characters, whatever a token calls its client. */
export function agentMark({ clientId }: Pick<Caller, 'clientId'>, { traceId }: Pick<CallLimits, 'traceId'>): AgentMark {
  return { client: oneWord(clientId), trace: oneWord(traceId) };
}

function oneWord(id: string): string {
  return id.replaceAll(/[^\w.:-]/g, '').slice(0, 100) || 'unknown';
}
