import type { Hash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tooLarge } from '../../errors.js';
import { contentOf, contentOfFile, type FileContent } from './file-content.js';
import type { Scratch } from './temp-files.js';

const KEPT_IN_MEMORY = 1024 * 1024;

/** Where received bytes go, how many may come, and the hash that takes them. */
export interface Receiver {
  readonly scratch: Scratch;
  readonly limit: number;
  readonly hash: Hash;
}

/** Takes a stream as it comes: what is small into memory, the rest into a file; of what breaks nothing is left. */
export async function receiveContent(source: AsyncIterable<Buffer>, receiver: Receiver): Promise<FileContent> {
  const store = new Store(receiver.scratch);
  try {
    for await (const chunk of source) {
      if (store.size + chunk.length > receiver.limit) throw tooLarge();
      receiver.hash.update(chunk);
      await store.add(chunk);
    }
    return await store.finish(receiver.hash.copy().digest('hex').toUpperCase());
  } catch (error) {
    await store.discard();
    throw error;
  }
}

class Store {
  size = 0;
  readonly #scratch: Scratch;
  #chunks: Buffer[] = [];
  #waiting = 0;
  #path = '';
  #file: FileHandle | undefined;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  async add(chunk: Buffer): Promise<void> {
    this.size += chunk.length;
    this.#chunks.push(chunk);
    this.#waiting += chunk.length;
    if (this.#waiting > KEPT_IN_MEMORY) await this.#flush();
  }

  async finish(sha256: string): Promise<FileContent> {
    if (!this.#file) return contentOf(Buffer.concat(this.#chunks), sha256);
    await this.#flush();
    await this.#file.close();
    return contentOfFile(this.#path, this.size, sha256);
  }

  async discard(): Promise<void> {
    await this.#file?.close();
    if (this.#path !== '') await rm(this.#path, { force: true });
  }

  async #flush(): Promise<void> {
    if (!this.#file) {
      this.#path = this.#scratch.newPath();
      this.#file = await open(this.#path, 'w');
    }
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#waiting = 0;
    await this.#file.appendFile(Buffer.concat(chunks));
  }
}
