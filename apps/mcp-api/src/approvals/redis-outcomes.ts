import { type ApprovalOutcome, DomainError } from '@app/domain';
import type { RedisStore } from '@app/redis';
import { createHmac, hkdfSync, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Seal } from '../browser/seal.js';
import { ApprovalOutcomes, KEPT_MS } from './approval-outcomes.js';

/** A process that ends in the middle leaves its claim behind; a link of that time is over by then. */
const CLAIMED_MS = 1_200_000;

const outcome = z.strictObject({ id: z.string(), kind: z.enum(['done', 'declined']), at: z.coerce.date() });

/** What is kept beside the other replicas' outcomes, and what they are sealed with. */
export interface RedisOutcomesParts {
  readonly redis: Pick<RedisStore, 'get' | 'set' | 'claim' | 'release'>;
  /** Of this process: what it did is known here although Redis is not there. */
  readonly own: ApprovalOutcomes;
  readonly seal: Seal;
  /** `SEALING_KEY` */
  readonly key: string;
}

/**
 * For all replicas. A request is claimed in Redis before it is carried out, so that two replicas do not both do it; where
 * Redis does not answer, nothing is carried out. Outcomes are sealed with the name of their request: who can write to
 * Redis can take outcomes away and claim requests, but cannot say that something was done.
 */
export class RedisOutcomes extends ApprovalOutcomes {
  readonly #parts: RedisOutcomesParts;
  readonly #nameKey: Buffer;
  /** A claim of this process that Redis answered too late is still its own. */
  readonly #claim = `running ${randomUUID()}`;

  constructor(parts: RedisOutcomesParts) {
    super();
    this.#parts = parts;
    this.#nameKey = Buffer.from(hkdfSync('sha256', parts.key, 'behalf', 'v1 approvals outcome name', 32));
  }

  /** Undefined too while Redis does not answer: nothing is carried out meanwhile. */
  override async find(id: string): Promise<ApprovalOutcome | undefined> {
    const own = await this.#parts.own.find(id);
    return own ?? this.#open(id, await this.#parts.redis.get(this.#nameOf(id)).catch(() => undefined));
  }

  override async recordDone(ids: readonly string[], at: Date): Promise<void> {
    await this.#parts.own.recordDone(ids, at);
    const set = (id: string) => this.#parts.redis.set(this.#nameOf(id), this.#seal(id, 'done', at), KEPT_MS);
    // Where it cannot be told, the claim lasts until every link of it is over.
    await Promise.allSettled(ids.map(set));
  }

  override async recordDeclined(ids: readonly string[], at: Date): Promise<boolean> {
    const sealed = ids.map((id) => [this.#nameOf(id), this.#seal(id, 'declined', at)] as const);
    // Without an answer it is known here alone.
    const claims = sealed.map(([name, value]) => this.#parts.redis.claim(name, value, KEPT_MS).catch(() => true));
    if (!(await Promise.all(claims)).includes(false)) return this.#parts.own.recordDeclined(ids, at);
    await Promise.allSettled(sealed.map(([name, value]) => this.#parts.redis.release(name, value)));
    return false;
  }

  override once<Result>(id: string, work: () => Promise<Result>): Promise<Result | undefined> {
    return this.#parts.own.once(id, async () => {
      if (!(await this.#take(id))) return undefined;
      try {
        return await work();
      } finally {
        if (!(await this.#parts.own.find(id))) await this.#release(id);
      }
    });
  }

  async #take(id: string): Promise<boolean> {
    try {
      return await this.#parts.redis.claim(this.#nameOf(id), this.#claim, CLAIMED_MS);
    } catch (cause) {
      void this.#release(id);
      throw new DomainError(
        'temporarily_unavailable',
        'It cannot be checked right now whether this was already approved, so nothing was done.',
        { userAction: 'Try again in a moment.', cause },
      );
    }
  }

  /** Where that cannot be done the claim ends by itself. */
  async #release(id: string): Promise<void> {
    await this.#parts.redis.release(this.#nameOf(id), this.#claim).catch(() => undefined);
  }

  #seal(id: string, kind: ApprovalOutcome['kind'], at: Date): string {
    return this.#parts.seal.seal({ id, kind, at: at.toISOString() });
  }

  #open(id: string, sealed: string | undefined): ApprovalOutcome | undefined {
    const opened = sealed === undefined ? undefined : outcome.safeParse(this.#parts.seal.open(sealed)).data;
    return opened?.id === id ? { kind: opened.kind, at: opened.at } : undefined;
  }

  /** The id is a hash of what little a request may hold; whoever reads Redis cannot try what it was. */
  #nameOf(id: string): string {
    return `behalf:approval:${createHmac('sha256', this.#nameKey).update(id).digest('base64url')}`;
  }
}
