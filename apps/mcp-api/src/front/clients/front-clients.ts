import type { FrontConfig } from '@app/config';
import { readClientIdUrl } from './client-id-url.js';
import type { ClientDocuments } from './client-documents.js';
import type { FrontClient } from './front-client.js';

/** Who may sign people in through the front: whom the operator registered, and whose documents the operator takes. */
export class FrontClients {
  readonly #config: FrontConfig;
  readonly #documents: ClientDocuments;

  constructor(config: FrontConfig, documents: ClientDocuments) {
    this.#config = config;
    this.#documents = documents;
  }

  /** @throws DocumentError where its document cannot be used */
  async find(id: string): Promise<FrontClient | undefined> {
    const registered = this.#config.clients.find((client) => client.id === id);
    if (registered) return { ...registered, isRegistered: true };
    const url = readClientIdUrl(id, this.#config.clientHosts);
    return url && this.#documents.read(url);
  }

  /** Whether a client of this id may have tokens still; its document is not asked for. */
  isKnown(id: string): boolean {
    const { clients, clientHosts } = this.#config;
    return clients.some((client) => client.id === id) || readClientIdUrl(id, clientHosts) !== undefined;
  }
}
