import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { KeyObject } from 'node:crypto';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { networkFailure } from '../common/network-failure.js';
import { keyTenant } from '../common/tenants.js';
import { AuthError } from '../error/auth-error.js';
import { type FoundKey, KeySet, type KeySetState } from './key-set.js';
import { fetchPublishedKeys, type PublishedKeys, type TokenVersion } from './published-keys.js';

export interface KeyQuery {
  /** One of the allowed tenants, in lower case. */
  readonly tenantId: string;
  readonly version: TokenVersion;
  readonly kid: string;
  /** The `iss` claim, as the token has it. */
  readonly issuer: unknown;
}

const LOOK_EVERY_MS = 60_000;

/** The signing keys of the allowed tenants, one set for each tenant (or all organisations) and token version. */
@Injectable()
export class SigningKeys implements OnModuleInit, OnModuleDestroy {
  readonly #config: AuthConfig;
  readonly #clock: Clock;
  readonly #logger = new Logger('Auth');
  readonly #sets = new Map<string, KeySet>();
  #timer?: NodeJS.Timeout;

  constructor(config: AuthConfig, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
  }

  /** Keys are refreshed without a call having to come. */
  onModuleInit(): void {
    this.#timer = setInterval(() => this.refresh(), LOOK_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** Reads those keys again that are old enough. */
  refresh(): void {
    for (const set of this.#sets.values()) set.refresh();
  }

  /**
   * The public key that may have signed a token of this issuer.
   * @throws AuthError `unknown_key`, `wrong_issuer`, `keys_unavailable`
   */
  async find(query: KeyQuery): Promise<KeyObject> {
    const key = await this.#set(keyTenant(query.tenantId, this.#config), query.version).find(query.kid);
    if (!this.#signsFor(key, query)) throw new AuthError('wrong_issuer');
    return key.publicKey;
  }

  /** The same of the keys that are there already; undefined where they would have to be asked for. */
  findKnown(query: KeyQuery): KeyObject | undefined {
    const key = this.#set(keyTenant(query.tenantId, this.#config), query.version).findKnown(query.kid);
    return key && this.#signsFor(key, query) ? key.publicKey : undefined;
  }

  #signsFor(key: FoundKey, { tenantId, issuer }: KeyQuery): boolean {
    const tokenIssuer = ofTenant(key.tokenIssuer, tenantId);
    if (issuer !== tokenIssuer) return false;
    if (key.issuer === undefined) return true;
    const keyIssuer = ofTenant(key.issuer, tenantId);
    // Keys name the v2 issuer even where they sign v1 tokens.
    return keyIssuer === tokenIssuer || keyIssuer === `${this.#config.entraOrigin}/${tenantId}/v2.0`;
  }

  /** Of the home tenant; asking reads the keys when they are not known yet. */
  async state(): Promise<KeySetState> {
    const [home = ''] = this.#config.tenantIds;
    return this.#set(keyTenant(home.toLowerCase(), this.#config), '2.0').state();
  }

  #set(tenantId: string, version: TokenVersion): KeySet {
    const name = `${tenantId}/${version}`;
    const known = this.#sets.get(name);
    if (known) return known;
    const set = new KeySet(() => this.#fetch(tenantId, version), this.#clock);
    this.#sets.set(name, set);
    return set;
  }

  async #fetch(tenantId: string, version: TokenVersion): Promise<PublishedKeys> {
    const { entraOrigin, requestTimeoutMs } = this.#config;
    try {
      return await fetchPublishedKeys(entraOrigin, tenantId, version, requestTimeoutMs);
    } catch (error) {
      this.#logger.warn({ event: 'signing_keys_not_read', tenantId, version, failure: networkFailure(error) });
      throw error;
    }
  }
}

/** Entra writes `{tenantid}` where one document or key serves many tenants. */
function ofTenant(issuer: string, tenantId: string): string {
  return issuer.replaceAll('{tenantid}', tenantId);
}
