import type { Caller } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { AuthError } from '../error/auth-error.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { EntraClient } from '../obo/entra-client.js';
import { ownScopes, refuse, type SignInRequest, signInUrl, verifyOwnToken } from './own-sign-in.js';

/** How Entra is asked. */
export interface SignInOptions {
  readonly state: string;
  /** No page where Entra knows the person already; otherwise it answers with an error. */
  readonly silent?: boolean;
  /** The account that is wanted, as Entra named it in `preferred_username`. */
  readonly loginHint?: string;
}

export interface SignedInPerson {
  /** With a token of this API, obtained by this API itself. */
  readonly caller: Caller;
  readonly loginHint?: string;
}

/**
 * Signs a person in at Entra for a page of this server: authorization code with PKCE, by this API's own registration and
 * credential. The tokens of these sign-ins name this API as their client, which a bearer token of a
 * caller may do only where the authorization front is on.
 */
@Injectable()
export class PersonSignIn {
  readonly #config: AuthConfig;
  readonly #clock: Clock;
  readonly #keys: SigningKeys;
  readonly #entra: EntraClient;

  constructor(config: AuthConfig, clock: Clock, keys: SigningKeys, entra: EntraClient) {
    this.#config = config;
    this.#clock = clock;
    this.#keys = keys;
    this.#entra = entra;
  }

  /** Where the person's browser is sent. */
  authorizationUrl(request: SignInRequest, { state, silent, loginHint }: SignInOptions): string {
    const more = { state, prompt: silent ? 'none' : undefined, login_hint: loginHint };
    return signInUrl(this.#config, request, more);
  }

  /**
   * The person that Entra names for this code, once its token is verified as every bearer token is.
   * @throws DomainError where Entra refuses, AuthError where the token is not what it should be
   */
  async redeem(code: string, request: SignInRequest): Promise<SignedInPerson> {
    const { redirectUri, nonce, verifier, tenantId } = request;
    const authority = `${this.#config.entraOrigin}/${tenantId}`;
    const scopes = ownScopes(this.#config, request.scopes);
    const asked = { code, redirectUri, scopes, codeVerifier: verifier, nonce, authority };
    const result = await this.#entra.ask((client) => client.acquireTokenByCode(asked)).catch(refuse);
    const { nonce: told, preferred_username: name } = result.idTokenClaims as Readonly<Record<string, unknown>>;
    if (told !== nonce) throw new AuthError('token_malformed');
    const caller = await verifyOwnToken(result.accessToken, this.#config, this.#keys, this.#clock);
    return { caller, loginHint: typeof name === 'string' ? name : undefined };
  }
}
