import { AuthError, ConfidentialClientApplication } from '@azure/msal-node';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../auth-config.js';
import { clientCredential, type ClientCredential } from './client-credential.js';
import { EntraNetwork } from './entra-network.js';
import { EntraRefusal } from './entra-refusal.js';

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
  readonly #entraOrigin: string;
  readonly #credential: ClientCredential;
  readonly #client: ConfidentialClientApplication;

  constructor(config: AuthConfig) {
    this.#entraOrigin = config.entraOrigin;
    this.#credential = clientCredential(config.credential);
    this.#client = new ConfidentialClientApplication({
      auth: {
        clientId: config.clientId,
        authority: `${config.entraOrigin}/${config.tenantIds[0]}`,
        // With its port, or msal asks login.microsoftonline.com whether the authority is one.
        knownAuthorities: [new URL(config.entraOrigin).host],
        // We handle claims challenges, so Graph may give tokens under continuous access evaluation.
        clientCapabilities: ['cp1'],
        ...this.#credential.msalOptions,
      },
      system: { networkClient: new EntraNetwork(config.requestTimeoutMs) },
    });
  }

  /** Milliseconds since the epoch. */
  get credentialExpiresAt(): number {
    return this.#credential.expiresAt ?? Infinity;
  }

  /** @throws EntraRefusal */
  async exchange({ assertion, tenantId, scopes, correlationId, claims }: ExchangeRequest): Promise<ExchangedToken> {
    try {
      const result = await this.#client.acquireTokenOnBehalfOf({
        oboAssertion: assertion,
        scopes: [...scopes],
        authority: `${this.#entraOrigin}/${tenantId}`,
        correlationId,
        claims,
        skipCache: true,
      });
      // msal resolves with an empty token when the answer has none.
      if (!result?.accessToken || !result.expiresOn) throw new EntraRefusal({ numbers: [] });
      return { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
    } catch (error) {
      throw asRefusal(error);
    } finally {
      this.#client.clearCache();
    }
  }
}

/** msal hides why discovery failed; that it failed means there is no answer of Entra. */
function asRefusal(error: unknown): unknown {
  if (error instanceof EntraRefusal || !(error instanceof AuthError)) return error;
  return DISCOVERY_FAILURES.includes(error.errorCode) ? new EntraRefusal({ numbers: [], cause: error }) : error;
}
