import type { Caller } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { signInTenant } from '../common/tenants.js';
import { AuthError } from '../error/auth-error.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { EntraClient } from '../obo/entra-client.js';
import { ownScopes, refuse, type SignInRequest, signInUrl, verifyOwnToken } from './own-sign-in.js';

/** A sign-in that a client asked for; the tenant is that of the configuration. */
export type ForwardedRequest = Omit<SignInRequest, 'tenantId'>;

/** What Entra gave, to be handed on. Never in a log. */
export interface ForwardedTokens {
  /** Whose tokens they are. */
  readonly caller: Caller;
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken?: string;
}

/**
 * Signs people in at Entra, by this API's own registration and credential, for clients that Entra does not know. Claims
 * challenges are not asked for (no `cp1`): these clients could not follow them.
 */
@Injectable()
export class ForwardedSignIn {
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
  authorizationUrl(request: ForwardedRequest, options: { state: string; prompt?: string; offline: boolean }): string {
    const { offline, ...more } = options;
    const openIdScopes = ['openid', 'profile', ...(offline ? ['offline_access'] : [])];
    return signInUrl(this.#config, { ...request, tenantId: this.#tenant }, more, openIdScopes);
  }

  /** @throws DomainError where Entra refuses, AuthError where the token is not one to call with */
  async redeem(code: string, { redirectUri, nonce, verifier, scopes }: ForwardedRequest): Promise<ForwardedTokens> {
    const asked = { code, redirectUri, codeVerifier: verifier, nonce, ...this.#common(scopes) };
    return this.#given(
      await this.#entra
        .askForTokens(async (client) => {
          const { idTokenClaims } = await client.acquireTokenByCode(asked);
          if ((idTokenClaims as Readonly<Record<string, unknown>>).nonce !== nonce)
            throw new AuthError('token_malformed');
        })
        .catch(refuse),
    );
  }

  /** @throws DomainError where Entra refuses, AuthError where the token is not one to call with */
  async refresh(refreshToken: string, scopes: readonly string[]): Promise<ForwardedTokens> {
    const asked = { refreshToken, ...this.#common(scopes) };
    const answer = this.#entra.askForTokens((client) => client.acquireTokenByRefreshToken(asked));
    return this.#given(await answer.catch(refuse));
  }

  get #tenant(): string {
    return signInTenant(this.#config);
  }

  #common(scopes: readonly string[]) {
    return { scopes: ownScopes(this.#config, scopes), authority: `${this.#config.entraOrigin}/${this.#tenant}` };
  }

  async #given(answer: Readonly<Record<string, unknown>>): Promise<ForwardedTokens> {
    const { access_token: accessToken, expires_in: lasts, refresh_token: refreshToken } = answer;
    if (typeof accessToken !== 'string') throw new AuthError('token_malformed');
    const caller = await verifyOwnToken(accessToken, this.#config, this.#keys, this.#clock);
    return {
      caller,
      accessToken,
      expiresIn: Number(lasts) || 0,
      refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined,
    };
  }
}
