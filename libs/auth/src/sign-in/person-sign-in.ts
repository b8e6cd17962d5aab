import type { Caller } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { createHash, verify } from 'node:crypto';
import { AuthConfig } from '../auth-config.js';
import { toCaller } from '../bearer/entra-claims.js';
import { findTokenKey } from '../bearer/token-key.js';
import { readHints } from '../bearer/unverified-claims.js';
import { Clock } from '../common/clock.js';
import { AuthError } from '../error/auth-error.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { rowOf, toDomainError } from '../obo/classify.js';
import { EntraClient } from '../obo/entra-client.js';
import { EntraError } from '../obo/entra-error.js';

/** A sign-in of one person at a page of this server. */
export interface SignInRequest {
  readonly tenantId: string;
  readonly redirectUri: string;
  /** Short names of scopes of this API. */
  readonly scopes: readonly string[];
  readonly nonce: string;
  /** PKCE (RFC 7636): 43 to 128 characters. */
  readonly verifier: string;
}

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
 * credential. The tokens of these sign-ins name this API as their client, which no bearer token of a caller may do.
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
    const url = new URL(`${this.#config.entraOrigin}/${request.tenantId}/oauth2/v2.0/authorize`);
    const parameters = {
      client_id: this.#config.clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: request.redirectUri,
      scope: ['openid', 'profile', ...this.#scopes(request)].join(' '),
      state,
      nonce: request.nonce,
      code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...(silent && { prompt: 'none' }),
      ...(loginHint !== undefined && { login_hint: loginHint }),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  }

  /**
   * The person that Entra names for this code, once its token is verified as every bearer token is.
   * @throws DomainError where Entra refuses, AuthError where the token is not what it should be
   */
  async redeem(code: string, request: SignInRequest): Promise<SignedInPerson> {
    const { redirectUri, nonce, verifier, tenantId } = request;
    const authority = `${this.#config.entraOrigin}/${tenantId}`;
    const scopes = [...this.#scopes(request)];
    const asked = { code, redirectUri, scopes, codeVerifier: verifier, nonce, authority };
    const result = await this.#entra.ask((client) => client.acquireTokenByCode(asked)).catch(refuse);
    const { nonce: told, preferred_username: name } = result.idTokenClaims as Readonly<Record<string, unknown>>;
    if (told !== nonce) throw new AuthError('token_malformed');
    const caller = await this.#verified(result.accessToken);
    return { caller, loginHint: typeof name === 'string' ? name : undefined };
  }

  async #verified(token: string): Promise<Caller> {
    const key = await findTokenKey(token, this.#config, this.#keys);
    const end = token.lastIndexOf('.');
    const signature = Buffer.from(token.slice(end + 1), 'base64url');
    if (!verify('RSA-SHA256', Buffer.from(token.slice(0, end)), key, signature)) throw new AuthError('bad_signature');
    const ownTokens: AuthConfig = { ...this.#config, allowedClientIds: [this.#config.clientId] };
    return toCaller(readHints(token).claims, token, ownTokens, this.#clock.now());
  }

  /** By client id: Entra refuses `api://…` to an application that asks for itself (AADSTS90009). */
  #scopes({ scopes }: SignInRequest): readonly string[] {
    return scopes.map((scope) => `${this.#config.clientId}/${scope}`);
  }
}

function refuse(error: unknown): never {
  throw error instanceof EntraError ? toDomainError(error, rowOf(error.answer), [], undefined) : error;
}
