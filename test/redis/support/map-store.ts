import type { SharedStore } from '@app/auth';

/** A store of replicas in one process; tests read and change what is in it. */
export class MapStore implements SharedStore {
  readonly values = new Map<string, string>();
  readonly ttls = new Map<string, number>();
  /** Each use fails. */
  isDown = false;

  async get(key: string): Promise<string | undefined> {
    if (this.isDown) throw new Error('down');
    return this.values.get(key);
  }

  async set(key: string, value: string, ttlMs: number): Promise<void> {
    if (this.isDown) throw new Error('down');
    this.values.set(key, value);
    this.ttls.set(key, ttlMs);
  }
}
