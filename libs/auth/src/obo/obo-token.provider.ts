import {
  type ErrorCode,
  personOf,
  ToolCatalog,
  type UserToken,
  UserTokenProvider,
  type UserTokenRequest,
} from '@app/domain';
import { Injectable, Logger, Optional } from '@nestjs/common';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { qualifyScopes } from '../common/graph-resource.js';
import { networkFailure } from '../common/network-failure.js';
import { sha256 } from '../common/sha256.js';
import { SingleFlight } from '../common/single-flight.js';
import { assertBeforeDeadline, withinDeadline } from '../common/deadline.js';
import { codeOf, rowOf, toDomainError } from './classify.js';
import { broaderScopes, ConsentedScopes } from './consented-scopes.js';
import { consentLink } from './consent-links.js';
import { CredentialState } from '../credential/credential-state.js';
import { EntraError } from './entra-error.js';
import { GuardedEntra } from './guarded-entra.js';
import { retryOnce } from './retry-once.js';
import { SharedTokens } from './shared-tokens.js';
import { isNearEnd, TokenCache, usableUntil } from './token-cache.js';
import { TokenExchange } from './token-exchange.js';

/**
 * `TOKEN_MODE=obo`: exchanges the caller's token for one of the same person at Graph or another API. Kept per inbound token, scopes and
 * authority, never per person or anything wider; concurrent calls share one exchange; failures are not kept. Where replicas
 * share a store, one of them exchanges for all.
 */
@Injectable()
export class OboTokenProvider extends UserTokenProvider {
  readonly #config: AuthConfig;
  readonly #exchange: TokenExchange;
  readonly #credential: CredentialState;
  readonly #catalog: ToolCatalog;
  readonly #cache: TokenCache;
  readonly #consented: ConsentedScopes;
  readonly #shared?: SharedTokens;
  readonly #clock: Clock;
  readonly #entra = new GuardedEntra();
  readonly #flights = new SingleFlight<UserToken>();
  readonly #logger = new Logger('Auth');

  constructor(
    config: AuthConfig,
    exchange: TokenExchange,
    credential: CredentialState,
    clock: Clock,
    catalog: ToolCatalog,
    @Optional() shared?: SharedTokens,
  ) {
    super();
    this.#config = config;
    this.#exchange = exchange;
    this.#credential = credential;
    this.#catalog = catalog;
    this.#shared = shared;
    this.#clock = clock;
    this.#cache = new TokenCache(config.tokenCacheSize, clock);
    this.#consented = new ConsentedScopes(config.tokenCacheSize);
  }

  override async tokenFor(request: UserTokenRequest): Promise<UserToken> {
    assertBeforeDeadline(request.limits);
    const scopes = this.#scopesToAsk(request);
    const { tenantId, token } = request.caller;
    const key = sha256(token.reveal(), scopes.join(' '), `${this.#config.entraOrigin}/${tenantId}`);
    const cached = this.#cache.get(key, request.refused?.token);
    if (cached && this.#cache.takeRenewal(key)) this.#renew(key, request, scopes);
    if (cached) return cached;
    const flight = sha256(key, request.refused?.claims ?? '');
    const exchange = this.#flights.run(flight, () => this.#fetch(key, request, scopes));
    return withinDeadline(exchange, request.limits);
  }

  /** Behind the call; what goes wrong is logged, and tried again while the old token lasts. */
  #renew(key: string, request: UserTokenRequest, scopes: readonly string[]): void {
    const asked = { ...request, refused: undefined };
    this.#flights.run(sha256(key, ''), () => this.#fetch(key, asked, scopes)).catch(() => undefined);
  }

  async #fetch(key: string, request: UserTokenRequest, scopes: readonly string[]) {
    const until = request.caller.expiresAt * 1000;
    const purpose = { assertion: request.caller.token.reveal(), use: key };
    // What the API refused may be what another replica has put there.
    const found = request.refused ? undefined : await this.#shared?.find(purpose);
    if (found && !isNearEnd(found, this.#clock.now())) return this.#cache.keep(key, found, until);
    const exchanged = await this.#exchangeExplained(request, scopes);
    void this.#shared?.keep(purpose, exchanged, usableUntil(exchanged, until));
    return this.#cache.keep(key, exchanged, until);
  }

  async #exchangeExplained(request: UserTokenRequest, scopes: readonly string[]) {
    try {
      const exchanged = await this.#exchangeAny(request, scopes);
      this.#credential.accepted = true;
      return exchanged;
    } catch (error) {
      throw error instanceof EntraError ? this.#explain(error, request) : error;
    }
  }

  #exchangeAny(request: UserTokenRequest, scopes: readonly string[]) {
    const { caller, limits, refused, resource } = request;
    const asked = { tenantId: caller.tenantId, correlationId: limits.traceId, claims: refused?.claims };
    const assertion = caller.token.reveal();
    const names = this.#config.oboScopes === 'default' ? undefined : broaderScopes(this.#catalog, request);
    const broader = names && qualifyScopes(this.#config, names, resource);
    return this.#consented.exchange(sha256(assertion), { named: scopes, broader }, (wanted) => {
      const exchange = () => this.#exchange.exchange({ ...asked, assertion, scopes: wanted });
      return this.#entra.ask(personOf(caller), () => retryOnce(limits, exchange));
    });
  }

  #explain(refusal: EntraError, { caller, scopes, resource }: UserTokenRequest) {
    const row = rowOf(refusal.answer);
    if (row.credentialUnusable) this.#credential.accepted = false;
    this.#log(refusal, codeOf(row));
    // For all tools at once that use the same API, so that the person is asked once and not tool by tool; with a scope that only administrators
    // can consent to, the person could consent to none.
    const others = this.#catalog
      .scopesOf(caller)
      .filter((scope) => this.#catalog.resourceOf(scope) === resource && !this.#catalog.needsAdministrator(scope));
    const wanted = [...new Set([...scopes, ...others.map((scope) => this.#catalog.valueOf(scope))])];
    const url = row.link && consentLink(row.link, this.#config, caller.tenantId, { scopes: wanted, resource });
    return toDomainError(refusal, row, scopes, url);
  }

  #log({ answer: { status, error, numbers, correlationId, cause } }: EntraError, code: ErrorCode): void {
    if (code === 'server_misconfigured') {
      this.#logger.error({ event: 'entra_refuses_this_server', error, numbers, correlationId });
    } else if (error === undefined) {
      this.#logger.warn({ event: 'entra_did_not_answer', status, failure: cause && networkFailure(cause) });
    }
  }

  #scopesToAsk({ scopes, resource }: UserTokenRequest): readonly string[] {
    const names = this.#config.oboScopes === 'default' ? ['.default'] : [...new Set(scopes)].sort();
    return qualifyScopes(this.#config, names, resource);
  }
}
