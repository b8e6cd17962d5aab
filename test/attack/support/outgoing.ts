import { subscribe, unsubscribe } from 'node:diagnostics_channel';

const CHANNEL = 'undici:request:create';

/** A request this process sent, as it went on the wire. */
export interface OutgoingRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
}

/** Sees every request of `fetch` in this process, redirects and all, except those to the servers under test. */
export class Outgoing {
  readonly #servers: readonly string[];
  #seen: OutgoingRequest[] = [];

  constructor(serverUrls: readonly string[]) {
    this.#servers = serverUrls.map((url) => new URL(url).origin);
    subscribe(CHANNEL, this.#see);
  }

  /** What was sent since this was last asked. */
  take(): readonly OutgoingRequest[] {
    const seen = this.#seen;
    this.#seen = [];
    return seen;
  }

  close(): void {
    unsubscribe(CHANNEL, this.#see);
  }

  readonly #see = (message: unknown): void => {
    const { method, origin, path } = (message as { request: OutgoingRequest }).request;
    if (!this.#servers.includes(String(origin))) this.#seen.push({ method, origin: String(origin), path });
  };
}
