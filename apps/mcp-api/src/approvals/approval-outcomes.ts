import type { ApprovalOutcome } from '@app/domain';
import { LRUCache } from 'lru-cache';

/** How long the outcome of a request is known, in milliseconds. */
export const KEPT_MS = 3_600_000;
const KEPT = 20_000;

/** How requests ended, by a hash of the request, for an hour. Holds no content. */
export abstract class ApprovalOutcomes {
  abstract find(id: string): Promise<ApprovalOutcome | undefined>;

  /** The work was done; must be called inside of `once`. */
  abstract recordDone(ids: readonly string[], at: Date): Promise<void>;

  /** False, and nothing changes, when one of these was decided or is being carried out. */
  abstract recordDeclined(ids: readonly string[], at: Date): Promise<boolean>;

  /**
   * Runs the work unless the same request is being carried out at this moment, or is decided: then undefined.
   * @throws DomainError `temporarily_unavailable` when that cannot be known, and what the work throws
   */
  abstract once<Result>(id: string, work: () => Promise<Result>): Promise<Result | undefined>;
}

/** In this process: another replica does not know of them. */
export class InMemoryOutcomes extends ApprovalOutcomes {
  readonly #outcomes: LRUCache<string, ApprovalOutcome>;
  readonly #running = new Set<string>();

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    super();
    this.#outcomes = new LRUCache({ max: KEPT, ttl: KEPT_MS, perf: { now }, ttlResolution: 0 });
  }

  override async find(id: string): Promise<ApprovalOutcome | undefined> {
    return this.#outcomes.get(id);
  }

  override async recordDone(ids: readonly string[], at: Date): Promise<void> {
    for (const id of ids) this.#outcomes.set(id, { kind: 'done', at });
  }

  override async recordDeclined(ids: readonly string[], at: Date): Promise<boolean> {
    if (ids.some((id) => this.#isTaken(id))) return false;
    for (const id of ids) this.#outcomes.set(id, { kind: 'declined', at });
    return true;
  }

  override async once<Result>(id: string, work: () => Promise<Result>): Promise<Result | undefined> {
    if (this.#isTaken(id)) return undefined;
    this.#running.add(id);
    try {
      return await work();
    } finally {
      this.#running.delete(id);
    }
  }

  #isTaken(id: string): boolean {
    return this.#running.has(id) || this.#outcomes.has(id);
  }
}
