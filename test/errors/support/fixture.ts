import { type Tool, TOOLS } from '@app/domain';
import type { MintRequest } from '../../../apps/local-tenant/src/entra/mint.js';
import { Forge } from '../../attack/support/forge.js';
import { type Behalf, startBehalf } from '../../support/behalf.js';
import { control } from '../../support/control.js';
import { type Closable, type Keep, openTogether } from '../../support/keep-open.js';
import { DEFAULT_SCOPES } from '../../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { TEAM_TOOLS } from './team-tools.js';

export type Env = Readonly<Record<string, string>>;

export const RANGE = { from: '2026-12-01', to: '2026-12-02', timeZone: 'UTC' };
export const OBO = { grant: 'urn:ietf:params:oauth:grant-type:jwt-bearer' };

const TOOLS_OF_ALL: readonly Tool[] = [...TOOLS, ...TEAM_TOOLS];

/** A tenant, and servers on it for every environment a test asks for, started when first asked for. */
export class Fixture {
  readonly forge: Forge;
  readonly #servers = new Map<string, Promise<Behalf>>();
  readonly #keep: Keep;

  private constructor(
    readonly tenant: LocalTenant,
    keep: Keep,
  ) {
    this.forge = new Forge(tenant);
    this.#keep = keep;
  }

  static open(): Promise<Fixture & Closable> {
    return openTogether(async (keep) => new Fixture(await keep(startTestTenant()), keep));
  }

  async url(env: Env = {}): Promise<string> {
    const key = JSON.stringify(env);
    const server = this.#servers.get(key) ?? this.#keep(startBehalf(this.tenant, { env, tools: TOOLS_OF_ALL }));
    this.#servers.set(key, server);
    return (await server).url;
  }

  token(request: MintRequest = {}): Promise<string> {
    return this.tenant.token({ user: 'anna', scope: DEFAULT_SCOPES, ...request });
  }

  change(path: string, body: object): Promise<unknown> {
    return control(this.tenant, 'POST', path, body);
  }

  fault(fault: object): Promise<unknown> {
    return this.change('/faults', fault);
  }

  /** Waits for what comes true by itself. */
  async until(holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      if (holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('It never came true.');
  }
}
