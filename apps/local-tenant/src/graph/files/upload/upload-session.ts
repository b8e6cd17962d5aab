import { createHash, type Hash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { GraphError } from '../../errors.js';
import { type FileContent, joinedContent } from '../content/file-content.js';
import { receiveContent } from '../content/receive-content.js';
import type { Scratch } from '../content/temp-files.js';
import { invalidRequest } from '../drive-errors.js';
import type { DriveItem } from '../model.js';
import type { ContentRange } from './content-range.js';

const LIFETIME_MS = 24 * 60 * 60 * 1000;
const UNIT = 320 * 1024;

/** What a session ends with. */
export interface Committed {
  readonly item: DriveItem;
  readonly status: number;
}

/** A file on its way, part by part; a part that broke off counts for nothing. */
export class UploadSession {
  readonly id = randomUUID();
  readonly #scratch: Scratch;
  readonly #commit: (content: FileContent) => Committed;
  readonly #parts: FileContent[] = [];
  #hash: Hash = createHash('sha256');
  #received = 0;
  #total: number | undefined;
  #isBusy = false;
  #until: number;

  constructor(scratch: Scratch, now: Date, commit: (content: FileContent) => Committed) {
    this.#scratch = scratch;
    this.#commit = commit;
    this.#until = now.getTime() + LIFETIME_MS;
  }

  isOver(now: Date): boolean {
    return now.getTime() > this.#until;
  }

  /** Whether all of it came, whatever became of it then. */
  get isDone(): boolean {
    return this.#received === this.#total;
  }

  get status() {
    return {
      expirationDateTime: new Date(this.#until).toISOString(),
      nextExpectedRanges: [`${this.#received}-`],
    };
  }

  /** What the file has become, once all of it is there. */
  async take(request: IncomingMessage, range: ContentRange, now: Date): Promise<Committed | undefined> {
    this.#requireNext(range);
    this.#isBusy = true;
    try {
      await this.#receive(request, range);
    } finally {
      this.#isBusy = false;
    }
    this.#until = now.getTime() + LIFETIME_MS;
    if (this.#received < range.total) return undefined;
    return this.#commit(joinedContent(this.#parts, this.#hash.digest('hex').toUpperCase()));
  }

  async #receive(request: IncomingMessage, { length, total }: ContentRange): Promise<void> {
    const hash = this.#hash.copy();
    const part = await receiveContent(request, { scratch: this.#scratch, limit: length, hash });
    if (part.size !== length) throw invalidRequest('The body is not as long as its Content-Range says.');
    this.#parts.push(part);
    this.#hash = hash;
    this.#received += length;
    this.#total = total;
  }

  #requireNext({ start, length, total }: ContentRange): void {
    if (this.#isBusy || start !== this.#received || (this.#total ?? total) !== total) throw notExpected();
    if (start + length < total && length % UNIT !== 0) {
      throw invalidRequest('The length of a part has to be a multiple of 320 KiB.');
    }
  }
}

function notExpected(): GraphError {
  return new GraphError(416, 'invalidRange', 'The range is not the one that is expected next.');
}
