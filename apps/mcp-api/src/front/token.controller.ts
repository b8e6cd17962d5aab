import { type AuthConfig, ForwardedSignIn, type ForwardedTokens } from '@app/auth';
import { AppConfig } from '@app/config';
import { ToolCatalog } from '@app/domain';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuditLog } from '../audit/audit-log.js';
import { InFlight } from '../lifecycle/in-flight.js';
import { requestContext } from '../http/request-context.js';
import { assertResource } from './authorization-request.js';
import { FrontClients } from './clients/front-clients.js';
import { callbackUrl } from './front-address.js';
import { OFFLINE, readScopes, writeScopes } from './front-scopes.js';
import { OAuthError } from './oauth-error.js';
import { MAX_FORM_LENGTH, type Parameters, readParameters } from './parameters.js';
import { SealedGrants } from './sealed-grants.js';
import { sendOAuthError, sendTokens, toOAuthError } from './token-answer.js';

/** What a grant brought, and what is recorded of it. */
interface Granted {
  readonly tokens: ForwardedTokens;
  /** For which the refresh token can be used; absent where the client wanted none. */
  readonly refreshScopes?: readonly string[];
  readonly record: { readonly grant: string; readonly redirectHost?: string };
}

/** The token endpoint (RFC 6749 section 3.2), for public clients. Redeems at Entra, hands on what Entra gives, keeps nothing. */
@Controller('authorization')
export class TokenController {
  readonly #clients: FrontClients;
  readonly #grants: SealedGrants;
  readonly #signIn: ForwardedSignIn;
  readonly #catalog: ToolCatalog;
  readonly #audit: AuditLog;
  readonly #inFlight: InFlight;
  readonly #auth: AuthConfig;
  readonly #callback: string;

  constructor(
    clients: FrontClients,
    grants: SealedGrants,
    signIn: ForwardedSignIn,
    catalog: ToolCatalog,
    audit: AuditLog,
    inFlight: InFlight,
    config: AppConfig,
  ) {
    this.#clients = clients;
    this.#grants = grants;
    this.#signIn = signIn;
    this.#catalog = catalog;
    this.#audit = audit;
    this.#inFlight = inFlight;
    this.#auth = config.auth;
    this.#callback = callbackUrl(config.front?.issuer ?? '');
  }

  @Post('token')
  @HttpCode(200)
  async token(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#inFlight.track(async () => {
      try {
        await this.#answer(request, response);
      } catch (error) {
        const refusal = toOAuthError(error);
        this.#audit.record({ decision: 'refused', reason: refusal.code, ...requestContext(response) });
        sendOAuthError(response, refusal);
      }
    });
  }

  async #answer({ body, headers }: Request, response: Response): Promise<void> {
    const parameters = readParameters(typeof body === 'string' ? body : '', MAX_FORM_LENGTH);
    const client = this.#clientOf(parameters, headers.authorization);
    assertResource(parameters.get('resource'), this.#auth);
    const { tokens, refreshScopes, record } = await this.#grant(parameters, client);
    const { caller, refreshToken } = tokens;
    const scopes = this.#catalog.scopes.filter((scope) => caller.scopes.includes(scope));
    this.#audit.record({
      ...{ decision: 'allowed', caller, scopes, frontClient: client },
      ...record,
      ...requestContext(response),
    });
    const sealed =
      refreshScopes && refreshToken !== undefined
        ? this.#grants.sealRefreshToken({ client, token: refreshToken, scopes: [...refreshScopes] })
        : undefined;
    const scope = writeScopes({ names: scopes, offline: sealed !== undefined }, this.#auth);
    sendTokens(response, tokens, scope, sealed);
  }

  /** Clients of the front have no secret; one that sends a credential takes it for another server. */
  #clientOf(parameters: Parameters, authorization: string | undefined): string {
    const hasCredential = ['client_secret', 'client_assertion'].some((name) => parameters.has(name));
    if (authorization !== undefined || hasCredential)
      throw new OAuthError('invalid_client', 'Clients have no credential here: send client_id alone.');
    const id = parameters.get('client_id');
    if (id !== undefined && this.#clients.isKnown(id)) return id;
    throw new OAuthError('invalid_client', 'client_id is missing or not known here.');
  }

  #grant(parameters: Parameters, client: string): Promise<Granted> {
    const type = required(parameters, 'grant_type');
    if (type === 'authorization_code') return this.#redeem(parameters, client);
    if (type === 'refresh_token') return this.#refresh(parameters, client);
    throw new OAuthError('unsupported_grant_type', 'grant_type is authorization_code or refresh_token.');
  }

  async #redeem(parameters: Parameters, client: string): Promise<Granted> {
    const redirectUri = required(parameters, 'redirect_uri');
    const owner = { client, redirectUri, verifier: required(parameters, 'code_verifier') };
    const { code, verifier, nonce, scopes, offline } = this.#grants.openCode(required(parameters, 'code'), owner);
    const tokens = await this.#signIn.redeem(code, { redirectUri: this.#callback, scopes, nonce, verifier });
    const record = { grant: 'authorization_code', redirectHost: new URL(redirectUri).host };
    return { tokens, refreshScopes: offline ? scopes : undefined, record };
  }

  async #refresh(parameters: Parameters, client: string): Promise<Granted> {
    const { token, scopes } = this.#grants.openRefreshToken(required(parameters, 'refresh_token'), client);
    const asked = parameters.get('scope');
    const wanted =
      asked === undefined || asked === OFFLINE ? scopes : readScopes(asked, this.#auth, this.#catalog).names;
    if (!wanted.every((scope) => scopes.includes(scope)))
      throw new OAuthError('invalid_scope', 'A scope was not granted to this refresh token.');
    const tokens = await this.#signIn.refresh(token, wanted);
    return { tokens, refreshScopes: scopes, record: { grant: 'refresh_token' } };
  }
}

function required(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value !== undefined) return value;
  throw new OAuthError('invalid_request', `${name} is missing.`);
}
