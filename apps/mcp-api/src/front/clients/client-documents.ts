import { LRUCache } from 'lru-cache';
import { readClientDocument } from './client-document.js';
import { DocumentError } from './document-error.js';
import { fetchDocument, type Network, PUBLIC_NETWORK } from './fetch-document.js';
import type { FrontClient } from './front-client.js';

const KEPT = 200;
const KEPT_MS = 300_000;
const FAILURE_KEPT_MS = 30_000;
/** Documents that are fetched at the same time: anybody can ask for one. */
const MAX_RUNNING = 8;

/** Clients by the URL of their document, each fetched once in a while. */
export class ClientDocuments {
  readonly #known: LRUCache<string, FrontClient | DocumentError>;
  readonly #running = new Map<string, Promise<FrontClient | DocumentError>>();
  readonly #network: Network;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number, network: Network = PUBLIC_NETWORK) {
    this.#known = new LRUCache({ max: KEPT, ttl: KEPT_MS, perf: { now }, ttlResolution: 0 });
    this.#network = network;
  }

  /** @throws DocumentError */
  async read(url: URL): Promise<FrontClient> {
    const client = this.#known.get(url.href) ?? (await (this.#running.get(url.href) ?? this.#start(url)));
    if (client instanceof DocumentError) throw client;
    return client;
  }

  #start(url: URL): Promise<FrontClient | DocumentError> {
    if (this.#running.size >= MAX_RUNNING) throw new DocumentError('cannot be fetched now, try again in a moment');
    const running = this.#fetch(url).finally(() => this.#running.delete(url.href));
    this.#running.set(url.href, running);
    return running;
  }

  async #fetch(url: URL): Promise<FrontClient | DocumentError> {
    try {
      const client = readClientDocument(await fetchDocument(url, this.#network), url);
      this.#known.set(url.href, client);
      return client;
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      this.#known.set(url.href, error, { ttl: FAILURE_KEPT_MS });
      return error;
    }
  }
}
