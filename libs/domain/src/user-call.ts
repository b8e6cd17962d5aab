import { isGranted, type Scope } from './scopes.js';
import type { UserToken } from './token.js';

/** The limits of the request being served; they travel as an argument with every call made for it. */
export interface CallLimits {
  /** Aborted when the client went away. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch after which an answer is of no use. */
  readonly deadline: number;
  /** Correlates our log, the audit record and Graph's `client-request-id`. */
  readonly traceId: string;
}

/** What an adapter needs to act as the person: their token and the limits of the request. */
export class UserCall {
  constructor(
    readonly token: UserToken,
    readonly scopes: readonly string[],
    readonly limits: CallLimits,
  ) {}

  /** Whether the token was obtained for this scope or one that implies it. */
  may(scope: Scope): boolean {
    return isGranted(this.scopes, scope);
  }
}
