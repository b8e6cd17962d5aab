/** How much runs at the same time, and how much waits for it. */
export interface PlaceLimits {
  readonly places: number;
  readonly placesPerPerson: number;
  readonly waiting: number;
  readonly waitingPerPerson: number;
  readonly longestWaitMs: number;
}

/** There is no place, and none to wait in: for this person, who has enough already, or for anybody. */
export class NoPlace extends Error {
  override readonly name = 'NoPlace';

  constructor(readonly whose: 'person' | 'everybody') {
    super(`There is no place for ${whose === 'person' ? 'more of this person' : 'anybody'}.`);
  }
}

interface Waiting {
  readonly person: string;
  readonly start: () => void;
}

/**
 * Bounded places for work of many people. Who waits longest among those who have the fewest places comes next, so nobody
 * waits behind the crowd of one person.
 */
export class FairPlaces {
  readonly #limits: PlaceLimits;
  readonly #running = new Map<string, number>();
  #taken = 0;
  #waiting: readonly Waiting[] = [];

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
  }

  /** Whether anybody who comes now is turned away. */
  get isFull(): boolean {
    return this.#taken >= this.#limits.places && this.#waiting.length >= this.#limits.waiting;
  }

  /** Does the work in a place of the person. @throws what `enter` throws */
  async run<Result>(person: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const leave = await this.enter(person, signal);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /**
   * Takes a place, which the returned function gives back.
   * @throws NoPlace when too much waits already, or it waited too long; the signal's reason when that was aborted first
   */
  async enter(person: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#hasRoom(person)) this.#take(person);
    else await this.#wait(person, signal);
    let hasLeft = false;
    return () => {
      if (!hasLeft) this.#leave(person);
      hasLeft = true;
    };
  }

  #of(person: string): number {
    return this.#running.get(person) ?? 0;
  }

  #hasRoom(person: string): boolean {
    return this.#taken < this.#limits.places && this.#of(person) < this.#limits.placesPerPerson;
  }

  #take(person: string): void {
    this.#taken++;
    this.#running.set(person, this.#of(person) + 1);
  }

  #leave(person: string): void {
    this.#taken--;
    const left = this.#of(person) - 1;
    if (left > 0) this.#running.set(person, left);
    else this.#running.delete(person);
    this.#startNext();
  }

  #startNext(): void {
    const able = this.#waiting.filter((one) => this.#hasRoom(one.person));
    const fewest = Math.min(...able.map(({ person }) => this.#of(person)));
    const next = able.find(({ person }) => this.#of(person) === fewest);
    if (!next) return;
    this.#drop(next);
    this.#take(next.person);
    next.start();
  }

  #drop(one: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== one);
  }

  async #wait(person: string, signal: AbortSignal): Promise<void> {
    const { waiting, waitingPerPerson, longestWaitMs } = this.#limits;
    const own = this.#waiting.filter((one) => one.person === person).length;
    if (own >= waitingPerPerson) throw new NoPlace('person');
    if (this.#waiting.length >= waiting) throw new NoPlace('everybody');
    const ended = new AbortController();
    try {
      await new Promise<void>((start, reject) => {
        const one = { person, start };
        const giveUp = (why: unknown) => {
          this.#drop(one);
          reject(why as Error);
        };
        const late = () => giveUp(new NoPlace(this.#of(person) > 0 ? 'person' : 'everybody'));
        const timer = setTimeout(late, longestWaitMs);
        ended.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
        signal.addEventListener('abort', () => giveUp(signal.reason), { once: true, signal: ended.signal });
        this.#waiting = [...this.#waiting, one];
      });
    } finally {
      ended.abort();
    }
  }
}
