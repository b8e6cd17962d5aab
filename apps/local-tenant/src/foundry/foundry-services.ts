import type { TenantState } from '../tenant-state.js';
import { Agents } from './agents/agents.js';
import { Connections } from './connections/connections.js';
import { UserConsents } from './consent/user-consents.js';
import { Settings } from './settings.js';
import { Trace } from './trace/trace.js';

/** Everything of Foundry that can change. */
export class FoundryServices {
  readonly connections: Connections;
  readonly consents: UserConsents;
  readonly trace: Trace;
  readonly agents = new Agents();
  readonly settings = new Settings();

  constructor(
    readonly state: TenantState,
    readonly origin: () => string,
  ) {
    this.connections = new Connections(origin);
    this.consents = new UserConsents(state.clock);
    this.trace = new Trace(state.clock);
  }

  reset(): void {
    const { connections, consents, trace, agents, settings } = this;
    for (const part of [connections, consents, trace, agents, settings]) part.reset();
  }
}
