import { randomBytes, randomInt } from 'node:crypto';
import type { Switches } from '../../control/switches.js';
import type { Application, Resource } from '../../directory/applications.js';
import type { TenantUser } from '../../directory/types.js';
import { v2Issuer } from '../issuers.js';
import { signJws, type JsonObject } from '../keys/jws.js';
import type { KeyRing } from '../keys/key-ring.js';
import {
  pairwiseSubject,
  signInName,
  v1Claims,
  v2Claims,
  type AccessGrant,
  type TokenTimes,
} from './access-token-claims.js';
import type { IssuedTokens } from './issued-tokens.js';

export interface AccessToken {
  readonly token: string;
  readonly expiresIn: number;
}

export interface IssueOptions {
  readonly claimsSatisfied?: boolean;
  readonly expiresIn?: number;
}

/** The optional claims that Graph's own tokens always have. */
const GRAPH_OPTIONS = { includeIdtyp: 'always', includeAcct: true } as const;

const ID_TOKEN_SECONDS = 3600;

/** Builds and signs the tenant's tokens. */
export class TokenIssuer {
  readonly #entraUrl: string;
  readonly #keys: KeyRing;
  readonly #switches: Switches;
  readonly #issued: IssuedTokens;
  readonly #clock: () => Date;

  constructor(entraUrl: string, keys: KeyRing, switches: Switches, issued: IssuedTokens, clock: () => Date) {
    this.#entraUrl = entraUrl;
    this.#keys = keys;
    this.#switches = switches;
    this.#issued = issued;
    this.#clock = clock;
  }

  accessToken(grant: AccessGrant, { claimsSatisfied = false, expiresIn }: IssueOptions = {}): AccessToken {
    const lifetime = expiresIn ?? randomLifetime();
    const times = this.#times(lifetime);
    const key = this.#keys.get('current');
    const header = { typ: 'JWT', ...graphNonce(grant.resource), alg: 'RS256', x5t: key.kid, kid: key.kid };
    this.#issued.remember(times.uti, { claimsSatisfied, mfa: grant.mfa });
    return { token: signJws(header, this.#claims(grant, times), key.privateKey), expiresIn: lifetime };
  }

  /** An OpenID Connect id token (v2.0). */
  idToken(user: TenantUser, client: Application, nonce?: string): string {
    const { issuedAt, expiresAt, uti } = this.#times(ID_TOKEN_SECONDS);
    const key = this.#keys.get('current');
    const claims = {
      aud: client.clientId,
      iss: v2Issuer(this.#entraUrl, user.tenantId),
      iat: issuedAt,
      nbf: issuedAt,
      exp: expiresAt,
      name: user.displayName,
      ...(nonce !== undefined && { nonce }),
      oid: user.id,
      preferred_username: signInName(user),
      sub: pairwiseSubject(user.id, client.clientId),
      tid: user.tenantId,
      uti,
      ver: '2.0',
    };
    return signJws({ typ: 'JWT', alg: 'RS256', kid: key.kid }, claims, key.privateKey);
  }

  #claims(grant: AccessGrant, times: TokenTimes): JsonObject {
    const switches = this.#switches.values;
    const { key, clientId, identifierUris, accessTokenVersion } = grant.resource;
    const uri = identifierUris[0] ?? clientId;
    if (key === 'graph')
      return v1Claims(grant, times, switches.graphAudience === 'id' ? clientId : uri, {
        ...switches,
        ...GRAPH_OPTIONS,
      });
    if ((key === 'behalf-api' ? switches.accessTokenVersion : accessTokenVersion) === 1)
      return v1Claims(grant, times, switches.v1Audience === 'id' ? clientId : uri, switches);
    return v2Claims(grant, times, this.#entraUrl, switches);
  }

  #times(lifetime: number): TokenTimes {
    const issuedAt = Math.floor(this.#clock().getTime() / 1000);
    return { issuedAt, expiresAt: issuedAt + lifetime, uti: randomBytes(16).toString('base64url') };
  }
}

/** Microsoft: access tokens live 60 to 90 minutes, at random. */
function randomLifetime(): number {
  return randomInt(60 * 60, 90 * 60);
}

function graphNonce({ key }: Resource): JsonObject {
  return key === 'graph' ? { nonce: randomBytes(32).toString('base64url') } : {};
}
