import type { Facts } from './token-words.js';

export type TraceStep =
  | 'called'
  | 'consent_asked'
  | 'consent_given'
  | 'consent_declined'
  | 'token_refreshed'
  | 'credential'
  | 'mcp_request'
  | 'approval_asked'
  | 'approval_answered'
  | 'answered';

/** One thing that happened while a response was made; never a token, never content. */
export interface TraceEntry {
  readonly time: string;
  readonly responseId: string;
  readonly step: TraceStep;
  readonly text: string;
  readonly facts?: Facts;
}

const KEPT = 1000;

/** What happened in the last responses. */
export class Trace {
  #entries: readonly TraceEntry[] = [];

  constructor(readonly clock: () => Date) {}

  add(responseId: string, step: TraceStep, text: string, facts?: Facts): void {
    const entry = { time: this.clock().toISOString(), responseId, step, text, facts };
    this.#entries = [...this.#entries, entry].slice(-KEPT);
  }

  entries(responseId?: string): readonly TraceEntry[] {
    return this.#entries.filter((entry) => responseId === undefined || entry.responseId === responseId);
  }

  reset(): void {
    this.#entries = [];
  }
}
