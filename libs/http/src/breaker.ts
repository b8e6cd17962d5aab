/** When a dependency is left alone, and for how long. */
export interface BreakerRules {
  /** Failures in a row of one person, after which that person's requests are stopped. */
  readonly failuresOfPerson: number;
  /** People for whom it failed since it last worked for anybody: then everybody's requests are stopped. */
  readonly failingPeople: number;
  readonly pauseMs: number;
}

/** Five failures in a row stop a person's requests, failures of three people those of all, for five seconds. */
export const BREAKER_RULES: BreakerRules = { failuresOfPerson: 5, failingPeople: 3, pauseMs: 5_000 };

/** People whose failures are remembered. */
const MAX_PEOPLE = 10_000;

interface Trouble {
  readonly failures: number;
  /** By the clock; requests before it are stopped. */
  readonly pausedUntil: number;
}

/**
 * A circuit breaker: stops requests to a dependency that does not answer, instead of letting each wait for its time-out.
 * What fails for one person alone stops that person alone. After each pause one request finds out whether it works again.
 */
export class Breaker {
  readonly #rules: BreakerRules;
  readonly #now: () => number;
  readonly #troubles = new Map<string, Trouble>();
  /** Since it last worked for anybody; those of whom it is known that it fails for them alone do not count. */
  readonly #failing = new Set<string>();
  #pausedUntil = 0;

  /** @param now in milliseconds */
  constructor(rules: BreakerRules = BREAKER_RULES, now: () => number = Date.now) {
    this.#rules = rules;
    this.#now = now;
  }

  /** Milliseconds for which this person's requests are stopped; 0 lets this one through. */
  pauseOf(person: string): number {
    const now = this.#now();
    const trouble = this.#troubles.get(person);
    const until = Math.max(this.#pausedUntil, trouble?.pausedUntil ?? 0);
    if (until > now) return until - now;
    // This one finds out; the others wait for it.
    if (this.#isOpen) this.#pausedUntil = now + this.#rules.pauseMs;
    if (trouble && this.#fails(trouble)) this.#note(person, { ...trouble, pausedUntil: now + this.#rules.pauseMs });
    return 0;
  }

  succeeded(person: string): void {
    this.#troubles.delete(person);
    this.#failing.clear();
    this.#pausedUntil = 0;
  }

  failed(person: string): void {
    const before = this.#troubles.get(person) ?? { failures: 0, pausedUntil: 0 };
    const after = { ...before, failures: before.failures + 1 };
    const pausedUntil = this.#now() + this.#rules.pauseMs;
    this.#note(person, this.#fails(after) ? { ...after, pausedUntil } : after);
    if (!this.#fails(before) && this.#failing.size < this.#rules.failingPeople) this.#failing.add(person);
    if (this.#isOpen) this.#pausedUntil = pausedUntil;
  }

  #note(person: string, trouble: Trouble): void {
    this.#troubles.delete(person);
    this.#troubles.set(person, trouble);
    const [oldest] = this.#troubles.keys();
    if (this.#troubles.size > MAX_PEOPLE && oldest !== undefined) this.#troubles.delete(oldest);
  }

  get #isOpen(): boolean {
    return this.#failing.size >= this.#rules.failingPeople;
  }

  #fails({ failures }: Trouble): boolean {
    return failures >= this.#rules.failuresOfPerson;
  }
}
