import type { RequestLog, RequestLogEntry } from './directory/types.js';

const KEPT = 1000;

/** The last requests of each service, in memory. */
export class MemoryRequestLog implements RequestLog {
  #entries: RequestLogEntry[] = [];

  add(entry: RequestLogEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
  }

  entries(service?: string): readonly RequestLogEntry[] {
    return this.#entries.filter((entry) => service === undefined || entry.service === service).slice(-KEPT);
  }

  reset(): void {
    this.#entries = [];
  }
}
