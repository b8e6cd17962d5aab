import { LRUCache } from 'lru-cache';
import { notFound } from '../foundry-error.js';
import { newId, type OutputItem } from '../responses/items.js';
import type { TurnMemory } from '../responses/turn.js';

/** What was said in a conversation, and what its last response left open; it belongs to one caller. */
export interface Conversation {
  readonly id: string;
  readonly owner: string;
  readonly createdAt: number;
  metadata: Readonly<Record<string, string>>;
  /** Oldest first. */
  items: readonly OutputItem[];
  memory?: TurnMemory;
}

const KEPT = 1000;

/** The conversations of all projects. */
export class Conversations {
  readonly #all = new LRUCache<string, Conversation>({ max: KEPT });

  constructor(readonly clock: () => Date) {}

  create(owner: string, metadata: Conversation['metadata'], items: Conversation['items']): Conversation {
    const createdAt = Math.floor(this.clock().getTime() / 1000);
    const conversation = { id: newId('conv'), owner, createdAt, metadata, items };
    this.#all.set(conversation.id, conversation);
    return conversation;
  }

  /** @throws FoundryError 404 for what is not there, or is somebody else's */
  get(id: string, owner: string): Conversation {
    const found = this.#all.get(id);
    if (found?.owner !== owner) throw notFound(`There is no conversation "${id}".`);
    return found;
  }

  remove(id: string, owner: string): void {
    this.get(id, owner);
    this.#all.delete(id);
  }

  reset(): void {
    this.#all.clear();
  }
}
