import { LRUCache } from 'lru-cache';
import { FoundryError, notFound } from '../foundry-error.js';
import type { OutputItem } from './items.js';
import type { FoundryResponse } from './response.js';
import type { TurnMemory } from './turn.js';

/** A response with what it was asked and what it left open. */
export interface StoredResponse {
  readonly memory: TurnMemory;
  readonly input: readonly OutputItem[];
  readonly response: FoundryResponse;
}

const KEPT = 1000;

/** The last responses, each for the caller that it belongs to. */
export class StoredResponses {
  readonly #all = new LRUCache<string, StoredResponse>({ max: KEPT });

  put(stored: StoredResponse): void {
    this.#all.set(stored.response.id, stored);
  }

  /** @throws FoundryError 404 */
  get(id: string, owner: string): StoredResponse {
    const found = this.#all.get(id);
    if (found?.memory.owner !== owner) throw notFound(`There is no response "${id}".`);
    return found;
  }

  /** @throws FoundryError 400, as OpenAI answers it */
  previous(id: string, owner: string): TurnMemory {
    const found = this.#all.get(id);
    if (found?.memory.owner === owner) return found.memory;
    const message = `Previous response with id '${id}' not found: There is no response of this caller with this id.`;
    throw new FoundryError(400, 'previous_response_not_found', message, { param: 'previous_response_id' });
  }

  remove(id: string, owner: string): void {
    this.get(id, owner);
    this.#all.delete(id);
  }

  reset(): void {
    this.#all.clear();
  }
}
