import { type Caller, FairPlaces, NoPlace } from '@app/domain';
import { claimsChallenge, readText, retryAfterSeconds } from '@app/http';
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
/** Bytes of the answer; it has an id and a name. */
const MAX_BYTES = 64 * 1024;
/** Anybody can invent tokens, and each costs a request to Graph: at the same time, and for one person. */
const PROBES = { places: 32, placesPerPerson: 4, waiting: 128, waitingPerPerson: 16, longestWaitMs: 5_000 };

/** Asks Graph who a token is of, because nobody else can verify a Graph token. A yes is remembered for 5 minutes at most. */
@Injectable()
export class GraphProbe {
  readonly #config: AuthConfig;
  readonly #clock: Clock;
  readonly #verdicts: LRUCache<string, Verdict>;
  readonly #flights = new SingleFlight<string>();
  readonly #places = new FairPlaces(PROBES);

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
      const objectId = await this.#inPlace(token, hinted);
      this.#verdicts.set(key, {
        objectId,
        until: Math.min(hinted.expiresAt * 1000, this.#clock.now() + REMEMBERED_FOR_MS),
      });
      return objectId;
    });
  }

  async #inPlace(token: string, hinted: Caller): Promise<string> {
    try {
      return await this.#places.run(hinted.objectId, NOBODY_LEAVES, () => this.#ask(token, hinted));
    } catch (error) {
      throw error instanceof NoPlace ? unavailable(error) : error;
    }
  }

  async #ask(token: string, hinted: Caller): Promise<string> {
    const [response, text] = await this.#get(token).catch((cause: unknown) => {
      throw unavailable(cause);
    });
    if (response.status === 401 || response.status === 403) throw rejectedByGraph(response, hinted);
    const body = response.ok ? jsonOf(text) : undefined;
    const id: unknown = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
    if (typeof id === 'string') return id;
    throw new AuthError('graph_unavailable', { retryAfter: retryAfter(response) });
  }

  /** The answer and its text; of one that refuses, the headers say enough. */
  async #get(token: string): Promise<readonly [Response, string]> {
    const { graphOrigin, requestTimeoutMs } = this.#config;
    const response = await fetch(`${graphOrigin}/v1.0/me?$select=id,userPrincipalName`, {
      headers: { Authorization: `Bearer ${token}` },
      // A redirect would carry the token to wherever it points.
      redirect: 'error',
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    if (response.ok) return [response, await readText(response, MAX_BYTES)];
    await response.body?.cancel();
    return [response, ''];
  }
}

/** Others may wait for the same answer. */
const NOBODY_LEAVES = new AbortController().signal;

function unavailable(cause: unknown): AuthError {
  return new AuthError('graph_unavailable', { retryAfter: RETRY_AFTER_SECONDS, cause });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
