import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const FETCH = 'undici:request:create';
const HTTPS = 'http.client.request.start';

/** A request this process sent, as it went on the wire. */
export interface OutgoingRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
}

/** Sees every request of `fetch` and of `node:https` in this process, redirects and all, except those to the servers under test. */
export class Outgoing {
  readonly #servers: readonly string[];
  #seen: OutgoingRequest[] = [];

  constructor(serverUrls: readonly string[]) {
    this.#servers = serverUrls.map((url) => new URL(url).origin);
    subscribe(FETCH, this.#seeFetch);
    subscribe(HTTPS, this.#seeHttps);
  }

  /** What was sent since this was last asked. */
  take(): readonly OutgoingRequest[] {
    const seen = this.#seen;
    this.#seen = [];
    return seen;
  }

  close(): void {
    unsubscribe(FETCH, this.#seeFetch);
    unsubscribe(HTTPS, this.#seeHttps);
  }

  readonly #seeFetch = (message: unknown): void => {
    const { method, origin, path } = (message as { request: OutgoingRequest }).request;
    this.#see({ method, origin: String(origin), path });
  };

  readonly #seeHttps = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    const { origin } = new URL(`${request.protocol}//${String(request.getHeader('host'))}`);
    this.#see({ method: request.method, origin, path: request.path });
  };

  #see(request: OutgoingRequest): void {
    if (!this.#servers.includes(request.origin)) this.#seen.push(request);
  }
}
