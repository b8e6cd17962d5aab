import type { BreakerRules } from '@app/http';

/** Where Microsoft Graph is, and how long and how often it is asked. */
export interface GraphAccess {
  /** Microsoft Graph's origin, `https://graph.microsoft.com` or a national cloud's. A token is sent nowhere else. */
  readonly origin: string;
  /** Milliseconds one attempt at Graph may take, its answer read included. */
  readonly requestTimeoutMs: number;
  /** How often a throttled or failed request is tried again while the caller's deadline allows it; 3 when absent. */
  readonly maxRetries?: number;
  /** Milliseconds before the first retry that Graph names no time for, doubled each time; 500 when absent. */
  readonly retryDelayMs?: number;
  /** When Graph is left alone because it does not answer; `BREAKER_RULES` when absent. */
  readonly breaker?: BreakerRules;
}
