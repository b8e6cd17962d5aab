import { ManagedIdentityApplication } from '@azure/msal-node';
import type { Clock } from '../common/clock.js';
import { SingleFlight } from '../common/single-flight.js';
import type { ClientCredential, MsalCredential } from './credential.port.js';

const PUBLIC_CLOUD = 'api://AzureADTokenExchange';
const RENEW_BEFORE_MS = 300_000;

export interface ManagedIdentity {
  /** Of a user-assigned identity; absent: the system-assigned one. */
  readonly clientId?: string;
  /** The audience of a federated credential whose issuer is Entra itself; each cloud has one. Default: the public cloud's. */
  readonly exchangeAudience?: string;
}

interface Assertion {
  readonly token: string;
  readonly expiresAt: number;
}

/**
 * No secret at all: the token of the host's managed identity is the client assertion, because the app registration trusts
 * it as a federated credential. msal-node asks for the assertion at every exchange, so it is kept here until shortly
 * before it expires.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export class ManagedIdentityCredential implements ClientCredential {
  readonly #clock: Clock;
  readonly #identity: ManagedIdentityApplication;
  readonly #audience: string;
  readonly #asking = new SingleFlight<Assertion>();
  readonly #options: MsalCredential = { clientAssertion: () => this.#assertion() };
  #kept?: Assertion;

  constructor({ clientId, exchangeAudience = PUBLIC_CLOUD }: ManagedIdentity, clock: Clock) {
    this.#clock = clock;
    this.#audience = exchangeAudience;
    this.#identity = new ManagedIdentityApplication({
      managedIdentityIdParams: clientId === undefined ? undefined : { userAssignedClientId: clientId },
    });
  }

  msalOptions(): MsalCredential {
    return this.#options;
  }

  expiresAt(): number {
    return Infinity;
  }

  problem(): undefined {
    return undefined;
  }

  async #assertion(): Promise<string> {
    if (this.#kept && this.#clock.now() < this.#kept.expiresAt - RENEW_BEFORE_MS) return this.#kept.token;
    this.#kept = await this.#asking.run(this.#audience, () => this.#ask());
    return this.#kept.token;
  }

  async #ask(): Promise<Assertion> {
    const { accessToken, expiresOn } = await this.#identity.acquireToken({ resource: this.#audience });
    return { token: accessToken, expiresAt: expiresOn?.getTime() ?? 0 };
  }
}
