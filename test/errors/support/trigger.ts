import type { McpAnswer } from '../../support/mcp.js';
import type { Scenario } from './scenario.js';

/** How a row of the table of refusals is brought about, by a request and what the tenant is like. */
export interface Trigger {
  readonly by: (scenario: Scenario) => Promise<McpAnswer>;
  /** What a tool error holds beside code, message and userAction. */
  readonly tells?: Readonly<Record<string, unknown>>;
  /** Reasons of refusals on the way there. */
  readonly refusedBefore?: readonly string[];
  /** Seconds, in the Retry-After of an HTTP answer. */
  readonly retryAfter?: number;
}
