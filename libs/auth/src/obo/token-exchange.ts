import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { EntraClient } from './entra-client.js';
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

/** OAuth 2.0 On-Behalf-Of, one request for each call. */
@Injectable()
export class TokenExchange {
  readonly #config: AuthConfig;
  readonly #clock: Clock;
  readonly #entra: EntraClient;

  constructor(config: AuthConfig, clock: Clock, entra: EntraClient) {
    this.#config = config;
    this.#clock = clock;
    this.#entra = entra;
  }

  get credential(): EntraClient['credential'] {
    return this.#entra.credential;
  }

  /** @throws EntraError */
  async exchange({ assertion, tenantId, scopes, correlationId, claims }: ExchangeRequest): Promise<ExchangedToken> {
    const request = {
      oboAssertion: assertion,
      scopes: [...scopes],
      authority: `${this.#config.entraOrigin}/${tenantId}`,
      correlationId,
      claims,
      skipCache: true,
    };
    const result = await this.#entra.ask((client) => client.acquireTokenOnBehalfOf(request));
    // msal resolves with an empty token when the answer has none.
    if (!result?.accessToken || !result.expiresOn) throw new EntraError({ numbers: [] });
    // msal counts from the system's clock.
    const lifetime = result.expiresOn.getTime() - Date.now();
    return { token: result.accessToken, expiresAt: this.#clock.now() + lifetime };
  }
}
