import type { CountedFacts } from '../policy/approval-decision.js';
import type { RecordedSubject } from '../policy/rules/asked.js';

/** What the audit says of a call that writes. */
export interface WriteTrace {
  /** Ids as Microsoft Graph gave them: they name an item for as long as it is there, and tell nothing of what is in it. */
  readonly targets: readonly string[];
  readonly isDryRun: boolean;
}

/** What a call leaves for the audit: filled while it is served, with ids, names of scopes and counts only. */
export interface CallTrace {
  scopes?: readonly string[];
  /** Under which Graph logged the last request. */
  requestId?: string;
  /** Whom a write reaches, where the policy wants to know: counts and kinds, no addresses. Not of dry runs. */
  facts?: CountedFacts;
  /** The rule of the policy file that decided, from 0. Not of dry runs. */
  rule?: number;
  /** Of the person, what rules ask for. */
  subject?: RecordedSubject;
  /** What a write was about, and whether it was only tried. */
  write?: WriteTrace;
}
