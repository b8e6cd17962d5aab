import type { Caller } from '@app/domain';
import { claimsChallenge, retryAfterSeconds } from '@app/http';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { sha256 } from '../common/sha256.js';
import { SingleFlight } from '../common/single-flight.js';
import { AuthError } from '../error/auth-error.js';
import { takesClaims } from '../error/claims-challenge.js';

interface Verdict {
  readonly objectId: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const REMEMBERED_FOR_MS = 300_000;
const RETRY_AFTER_SECONDS = 5;

/** Asks Graph who a token is of, because nobody else can verify a Graph token. A yes is remembered for 5 minutes at most. */
@Injectable()
export class GraphProbe {
  readonly #config: AuthConfig;
  readonly #clock: Clock;
  readonly #verdicts: LRUCache<string, Verdict>;
  readonly #flights = new SingleFlight<string>();

  constructor(config: AuthConfig, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
    this.#verdicts = new LRUCache({ max: config.tokenCacheSize });
  }

  /**
   * The object id of the token's person, according to Graph; what the token says of itself decides the form of a no only.
   * @throws AuthError `refused_by_graph`, `claims_wanted_by_graph`, `graph_unavailable`
   */
  async objectIdOf(token: string, hinted: Caller): Promise<string> {
    const key = sha256(token);
    const verdict = this.#verdicts.get(key);
    if (verdict && verdict.until > this.#clock.now()) return verdict.objectId;
    return this.#flights.run(key, async () => {
      const objectId = await this.#ask(token, hinted);
      this.#verdicts.set(key, {
        objectId,
        until: Math.min(hinted.expiresAt * 1000, this.#clock.now() + REMEMBERED_FOR_MS),
      });
      return objectId;
    });
  }

  async #ask(token: string, hinted: Caller): Promise<string> {
    const response = await this.#get(token).catch((cause: unknown) => {
      throw new AuthError('graph_unavailable', { retryAfter: RETRY_AFTER_SECONDS, cause });
    });
    if (response.status === 401 || response.status === 403) throw rejectedByGraph(response, hinted);
    const body = response.ok ? await response.json().catch(() => undefined) : undefined;
    const id: unknown = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
    if (typeof id === 'string') return id;
    throw new AuthError('graph_unavailable', { retryAfter: retryAfter(response) });
  }

  #get(token: string): Promise<Response> {
    const { graphOrigin, requestTimeoutMs } = this.#config;
    return fetch(`${graphOrigin}/v1.0/me?$select=id,userPrincipalName`, {
      headers: { Authorization: `Bearer ${token}` },
      // A redirect would carry the token to wherever it points.
      redirect: 'error',
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
  }
}

/** Claims challenges are for clients only that can take them. */
function rejectedByGraph({ headers }: Response, hinted: Caller): AuthError {
  const json = claimsChallenge(headers);
  if (json === undefined || !takesClaims(hinted)) return new AuthError('refused_by_graph');
  return new AuthError('claims_wanted_by_graph', { claims: { json, tenantId: hinted.tenantId } });
}

function retryAfter({ headers }: Response): number {
  return Math.ceil(retryAfterSeconds(headers) ?? 0) || RETRY_AFTER_SECONDS;
}
