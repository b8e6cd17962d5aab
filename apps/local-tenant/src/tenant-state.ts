import { Faults } from './control/faults.js';
import { Switches } from './control/switches.js';
import { AccountRules } from './directory/account-rules.js';
import { Consents } from './directory/consents.js';
import { Directory } from './directory/directory.js';
import { type ApiSeed, seedOf } from './directory/seed.js';
import type { TenantUser } from './directory/types.js';
import { AuthorizationFlows } from './entra/authorize/authorization-flows.js';
import { Sessions } from './entra/authorize/sessions.js';
import { ClientStates } from './entra/clients/client-states.js';
import { DeviceCodes } from './entra/device/device-codes.js';
import { GrantStore } from './entra/grants/grant-store.js';
import type { KeyRing } from './entra/keys/key-ring.js';
import { IssuedTokens } from './entra/tokens/issued-tokens.js';
import { TokenIssuer } from './entra/tokens/token-issuer.js';
import { MemoryRequestLog } from './log.js';

export interface TenantUrls {
  readonly entra: string;
  readonly graph: string;
  readonly control: string;
}

/** Everything of the tenant that can change, with one way back to the seed. */
export class TenantState {
  readonly entraUrl: string;
  readonly urls: TenantUrls;
  readonly clock: () => Date;
  readonly directory: Directory;
  readonly keys: KeyRing;
  readonly tokens: TokenIssuer;
  readonly switches = new Switches();
  readonly accounts = new AccountRules();
  readonly consents: Consents;
  readonly clients = new ClientStates();
  readonly issued = new IssuedTokens();
  readonly grants = new GrantStore();
  readonly devices = new DeviceCodes();
  readonly sessions = new Sessions();
  readonly flows = new AuthorizationFlows();
  readonly faults = new Faults();
  readonly log = new MemoryRequestLog();

  constructor(urls: TenantUrls, keys: KeyRing, clock: () => Date, apis: readonly ApiSeed[] = []) {
    this.urls = urls;
    this.entraUrl = urls.entra;
    this.clock = clock;
    this.keys = keys;
    this.directory = new Directory(seedOf(urls.graph, apis));
    this.consents = new Consents(this.directory.seed);
    this.tokens = new TokenIssuer(urls.entra, keys, this.switches, this.issued, clock);
  }

  /** Adds people who have consented to everything. */
  addUsers(count: number): readonly TenantUser[] {
    const added = this.directory.addUsers(count);
    for (const user of added) this.consents.grantAll(user);
    return added;
  }

  reset(): void {
    const {
      directory,
      keys,
      switches,
      accounts,
      consents,
      clients,
      issued,
      grants,
      devices,
      sessions,
      flows,
      faults,
      log,
    } = this;
    for (const part of [
      directory,
      keys,
      switches,
      accounts,
      consents,
      clients,
      issued,
      grants,
      devices,
      sessions,
      flows,
      faults,
      log,
    ])
      part.reset();
  }
}
