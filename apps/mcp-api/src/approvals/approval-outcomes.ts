import type { ApprovalOutcome } from '@app/domain';
import { LRUCache } from 'lru-cache';

const KEPT = 20_000;
const KEPT_MS = 3_600_000;

/**
 * How requests ended, by a hash of the request, for an hour, in this process: another replica does not know of them. Holds
 * no content. What is being carried out is taken, so that two clicks do not both do it.
 */
export class ApprovalOutcomes {
  readonly #outcomes: LRUCache<string, ApprovalOutcome>;
  readonly #running = new Set<string>();

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#outcomes = new LRUCache({ max: KEPT, ttl: KEPT_MS, perf: { now }, ttlResolution: 0 });
  }

  find(id: string): ApprovalOutcome | undefined {
    return this.#outcomes.get(id);
  }

  record(ids: readonly string[], outcome: ApprovalOutcome): void {
    for (const id of ids) this.#outcomes.set(id, outcome);
  }

  /** Runs the work unless the same request is being carried out at this moment, or is decided. */
  async once<Result>(id: string, work: () => Promise<Result>): Promise<Result | undefined> {
    if (this.#running.has(id) || this.#outcomes.has(id)) return undefined;
    this.#running.add(id);
    try {
      return await work();
    } finally {
      this.#running.delete(id);
    }
  }
}
