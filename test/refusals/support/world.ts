import type { Tool } from '@app/domain';
import type { MintRequest } from '../../../apps/local-tenant/src/entra/mint.js';
import { type Behalf, startBehalf } from '../../support/behalf.js';
import { control } from '../../support/control.js';
import { callTool, type McpAnswer } from '../../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';

export type Env = Readonly<Record<string, string>>;

export const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite';
export const RANGE = { from: '2026-12-01', to: '2026-12-02', timeZone: 'UTC' };
export const OBO = { grant: 'urn:ietf:params:oauth:grant-type:jwt-bearer' };

/** A tenant, and servers on it for every environment a test asks for, started when first asked for. */
export class World {
  readonly #servers = new Map<string, Promise<Behalf>>();

  constructor(readonly tenant: LocalTenant) {}

  static async open(): Promise<World> {
    return new World(await startTestTenant());
  }

  async server(env: Env = {}, tools?: readonly Tool[]): Promise<Behalf> {
    const key = JSON.stringify([env, tools?.map(({ name }) => name)]);
    const known = this.#servers.get(key) ?? startBehalf(this.tenant, { env, tools });
    this.#servers.set(key, known);
    return known;
  }

  async url(env?: Env): Promise<string> {
    return (await this.server(env)).url;
  }

  token(request: MintRequest = {}): Promise<string> {
    return this.tenant.token({ user: 'anna', scope: SCOPE, ...request });
  }

  /** Any call that reads a calendar. */
  async listEvents(env: Env, token: string): Promise<McpAnswer> {
    return callTool(await this.url(env), token, 'calendar_list_events', RANGE);
  }

  change(path: string, body: object): Promise<unknown> {
    return control(this.tenant, 'POST', path, body);
  }

  fault(fault: object): Promise<unknown> {
    return this.change('/faults', fault);
  }

  async close(): Promise<void> {
    for (const server of this.#servers.values()) await (await server).close();
    await this.tenant.close();
  }
}
