import { AuthError, ConfidentialClientApplication } from '@azure/msal-node';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../auth-config.js';
import { signInTenant } from '../common/tenants.js';
import { Clock } from '../common/clock.js';
import { clientCredential } from '../credential/client-credential.js';
import type { ClientCredential, MsalCredential } from '../credential/credential.port.js';
import { EntraNetwork } from './entra-network.js';
import { EntraError } from './entra-error.js';

export interface ExchangeRequest {
  readonly assertion: string;
  readonly tenantId: string;
  /** As Entra wants them, with their resource. */
  readonly scopes: readonly string[];
  readonly correlationId: string;
  /** A claims challenge (JSON) that the new token must satisfy. */
  readonly claims?: string;
}

export interface ExchangedToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const DISCOVERY_FAILURES = ['openid_config_error', 'endpoints_resolution_error', 'network_error'];

/**
 * OAuth 2.0 On-Behalf-Of by msal-node, one request for each call. msal's own token cache is not used: it grows without
 * bound, its lookups cost with its size, and two tokens of one person evict each other.
 */
@Injectable()
export class TokenExchange {
  readonly #config: AuthConfig;
  readonly #clock: Clock;
  readonly #credential: ClientCredential;
  #client: ConfidentialClientApplication;
  #clientOf: MsalCredential;

  constructor(config: AuthConfig, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
    this.#credential = clientCredential(config.credential, clock);
    this.#clientOf = this.#credential.msalOptions();
    this.#client = newClient(config, this.#clientOf);
  }

  get credential(): Pick<ClientCredential, 'expiresAt' | 'problem'> {
    return this.#credential;
  }

  /** @throws EntraError */
  async exchange({ assertion, tenantId, scopes, correlationId, claims }: ExchangeRequest): Promise<ExchangedToken> {
    const client = this.#currentClient();
    try {
      const result = await client.acquireTokenOnBehalfOf({
        oboAssertion: assertion,
        scopes: [...scopes],
        authority: `${this.#config.entraOrigin}/${tenantId}`,
        correlationId,
        claims,
        skipCache: true,
      });
      // msal resolves with an empty token when the answer has none.
      if (!result?.accessToken || !result.expiresOn) throw new EntraError({ numbers: [] });
      // msal counts from the system's clock.
      const lifetime = result.expiresOn.getTime() - Date.now();
      return { token: result.accessToken, expiresAt: this.#clock.now() + lifetime };
    } catch (error) {
      throw asEntraError(error);
    } finally {
      client.clearCache();
    }
  }

  #currentClient(): ConfidentialClientApplication {
    const options = this.#credential.msalOptions();
    if (options !== this.#clientOf) {
      this.#clientOf = options;
      this.#client = newClient(this.#config, options);
    }
    return this.#client;
  }
}

function newClient(config: AuthConfig, credential: MsalCredential): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: config.clientId,
      authority: `${config.entraOrigin}/${signInTenant(config)}`,
      // With its port, or msal asks login.microsoftonline.com whether the authority is one.
      knownAuthorities: [new URL(config.entraOrigin).host],
      // We handle claims challenges, so Graph may give tokens under continuous access evaluation.
      clientCapabilities: ['cp1'],
      ...credential,
    },
    system: { networkClient: new EntraNetwork(config.requestTimeoutMs) },
  });
}

/** msal hides why discovery failed; that it failed means there is no answer of Entra. */
function asEntraError(error: unknown): unknown {
  if (error instanceof EntraError || !(error instanceof AuthError)) return error;
  return DISCOVERY_FAILURES.includes(error.errorCode) ? new EntraError({ numbers: [], cause: error }) : error;
}
