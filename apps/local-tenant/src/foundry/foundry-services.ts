import type { TenantState } from '../tenant-state.js';
import { Agents } from './agents/agents.js';
import { Connections } from './connections/connections.js';
import { UserConsents } from './consent/user-consents.js';
import { Settings } from './settings.js';
import { Toolboxes } from './toolbox/toolboxes.js';
import { Trace } from './trace/trace.js';

/** Everything of Foundry that can change. */
export class FoundryServices {
  readonly connections: Connections;
  readonly consents: UserConsents;
  readonly trace: Trace;
  readonly agents: Agents;
  readonly toolboxes: Toolboxes;
  readonly settings = new Settings();

  constructor(
    readonly state: TenantState,
    readonly origin: () => string,
  ) {
    this.connections = new Connections(origin);
    this.consents = new UserConsents(state.clock);
    this.trace = new Trace(state.clock);
    this.agents = new Agents(state.clock);
    this.toolboxes = new Toolboxes(state.clock);
  }

  reset(): void {
    const { connections, consents, trace, agents, toolboxes, settings } = this;
    for (const part of [connections, consents, trace, agents, toolboxes, settings]) part.reset();
  }
}
