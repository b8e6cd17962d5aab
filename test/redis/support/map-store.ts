import type { SharedStore } from '@app/auth';
import type { RedisStore } from '@app/redis';

type Store = SharedStore & Pick<RedisStore, 'claim' | 'release'>;

/** A store of replicas in one process; tests read and change what is in it. */
export class MapStore implements Store {
  readonly values = new Map<string, string>();
  readonly ttls = new Map<string, number>();
  /** Each use fails. */
  isDown = false;
  /** What is asked is done, and its answer is lost. */
  isLate = false;

  async get(key: string): Promise<string | undefined> {
    return this.#answer(() => this.values.get(key));
  }

  async set(key: string, value: string, ttlMs: number): Promise<void> {
    this.#answer(() => {
      this.values.set(key, value);
      this.ttls.set(key, ttlMs);
    });
  }

  async claim(key: string, value: string): Promise<boolean> {
    return this.#answer(() => {
      if (!this.values.has(key)) this.values.set(key, value);
      return this.values.get(key) === value;
    });
  }

  async release(key: string, value: string): Promise<void> {
    if (this.isLate) throw new Error('down');
    this.#answer(() => void (this.values.get(key) === value && this.values.delete(key)));
  }

  #answer<Answer>(work: () => Answer): Answer {
    if (this.isDown) throw new Error('down');
    const answer = work();
    if (this.isLate) throw new Error('late');
    return answer;
  }
}
