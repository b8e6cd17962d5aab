import type { MintRequest } from '../../../apps/local-tenant/src/entra/mint.js';
import { callTool, type McpAnswer, type RawRequest, send } from '../../support/mcp.js';
import { callModern } from '../../support/modern.js';
import type { Forge } from '../../attack/support/forge.js';
import { type Env, RANGE, type Fixture } from './fixture.js';

interface Setting {
  readonly env?: Env;
  /** What the client's tokens say that it can take. */
  readonly capabilities?: readonly string[];
  /** The client speaks 2026-07-28 and opens links. */
  readonly opensLinks?: boolean;
}

/** One server and one kind of client, for a trigger to play in. */
export class Scenario {
  constructor(
    readonly fixture: Fixture,
    readonly setting: Setting = {},
  ) {}

  get forge(): Forge {
    return this.fixture.forge;
  }

  /** The same client at a server with more in its environment. */
  at(env: Env): Scenario {
    return new Scenario(this.fixture, { ...this.setting, env: { ...this.setting.env, ...env } });
  }

  url(): Promise<string> {
    return this.fixture.url(this.setting.env);
  }

  token(request: MintRequest = {}): Promise<string> {
    return this.fixture.token({ capabilities: this.setting.capabilities, ...request });
  }

  /** A request as it stands. */
  async post(request: RawRequest): Promise<McpAnswer> {
    return send(await this.url(), request);
  }

  async call(name: string, args: object = {}, token?: string): Promise<McpAnswer> {
    const call = this.setting.opensLinks ? callModern : callTool;
    return call(await this.url(), token ?? (await this.token()), name, args);
  }

  async listEvents(token?: string): Promise<McpAnswer> {
    return this.call('calendar_list_events', RANGE, token);
  }

  async listEventsOf(request: MintRequest): Promise<McpAnswer> {
    return this.listEvents(await this.token(request));
  }
}
