import {
  AuthError as MsalError,
  ConfidentialClientApplication,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { signInTenant } from '../common/tenants.js';
import { clientCredential } from '../credential/client-credential.js';
import type { ClientCredential, MsalCredential } from '../credential/credential.port.js';
import { EntraError } from './entra-error.js';
import { EntraNetwork } from './entra-network.js';

const DISCOVERY_FAILURES = ['openid_config_error', 'endpoints_resolution_error', 'network_error'];

/**
 * This API as an application at Entra, by msal-node, with its current credential. msal's own token cache is not used: it
 * grows without bound, its lookups cost with its size, and two tokens of one person evict each other.
 */
@Injectable()
export class EntraClient {
  readonly #config: AuthConfig;
  readonly #credential: ClientCredential;
  #client: ConfidentialClientApplication;
  #clientOf: MsalCredential;

  constructor(config: AuthConfig, clock: Clock) {
    this.#config = config;
    this.#credential = clientCredential(config.credential, clock);
    this.#clientOf = this.#credential.msalOptions();
    this.#client = newClient(config, this.#clientOf);
  }

  get credential(): Pick<ClientCredential, 'expiresAt' | 'problem'> {
    return this.#credential;
  }

  /** @throws EntraError for everything that Entra refuses */
  async ask<Answer>(request: (client: ConfidentialClientApplication) => Promise<Answer>): Promise<Answer> {
    const client = this.#current();
    try {
      return await request(client);
    } catch (error) {
      throw asEntraError(error);
    } finally {
      client.clearCache();
    }
  }

  /**
   * What the token endpoint answered, whole, where msal tells of it in parts only. By a client of its own, which holds the
   * tokens no longer than this takes and asks for none that follow claims challenges.
   *
   * @throws EntraError for everything that Entra refuses
   */
  async askForTokens(
    request: (client: ConfidentialClientApplication) => Promise<unknown>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const network = new KeptAnswer(this.#config.requestTimeoutMs);
    try {
      await request(newClient(this.#config, this.#credential.msalOptions(), { network, capabilities: [] }));
    } catch (error) {
      throw asEntraError(error);
    }
    return network.answer;
  }

  #current(): ConfidentialClientApplication {
    const options = this.#credential.msalOptions();
    if (options !== this.#clientOf) {
      this.#clientOf = options;
      this.#client = newClient(this.#config, options);
    }
    return this.#client;
  }
}

/** Remembers the last answer to a POST, which only the token endpoint is sent. */
class KeptAnswer extends EntraNetwork {
  answer: Readonly<Record<string, unknown>> = {};

  override async sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    const response = await super.sendPostRequestAsync<T>(url, options);
    this.answer = { ...(response.body as object) };
    return response;
  }
}

function newClient(
  config: AuthConfig,
  credential: MsalCredential,
  // We handle claims challenges, so Graph may give tokens under continuous access evaluation.
  { network = new EntraNetwork(config.requestTimeoutMs), capabilities = ['cp1'] } = {},
): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: config.clientId,
      authority: `${config.entraOrigin}/${signInTenant(config)}`,
      // With its port, or msal asks login.microsoftonline.com whether the authority is one.
      knownAuthorities: [new URL(config.entraOrigin).host],
      clientCapabilities: capabilities,
      ...credential,
    },
    system: { networkClient: network },
  });
}

/** msal hides why discovery failed; that it failed means there is no answer of Entra. */
function asEntraError(error: unknown): unknown {
  if (error instanceof EntraError || !(error instanceof MsalError)) return error;
  return DISCOVERY_FAILURES.includes(error.errorCode) ? new EntraError({ numbers: [], cause: error }) : error;
}
