import { createHash } from 'node:crypto';

const ITEM = /^AA(?:MkA|kAL)([\w-]{22})(?:BGAAAA|FRAAgI([\w-]{6}))([\w-]{22})AAA=$/;
const EPOCH_DAY_MS = 86_400_000;

/** The item that an id names, and the date of the occurrence if it names one. */
export interface ItemRef {
  readonly itemId: string;
  readonly occurrence?: string;
}

/** Makes the ids of one mailbox: opaque, as long as Outlook's kind, the same after each reset. */
export class IdMint {
  readonly #mailbox: string;
  #count = 0;

  constructor(mailboxKey: string) {
    this.#mailbox = digest(mailboxKey);
  }

  nextItemId(): string {
    return `AAMkA${this.#mailbox}BGAAAA${this.#next('item')}AAA=`;
  }

  nextFolderId(): string {
    return `AAMkA${this.#mailbox}AuAAAA${this.#next('folder')}AAA=`;
  }

  nextUid(): string {
    const unique = createHash('sha256').update(`${this.#mailbox}uid${this.#count++}`).digest('hex').toUpperCase();
    return `040000008200E00074C5B7101A82E008${unique.slice(0, 48)}`;
  }

  #next(kind: string): string {
    return digest(`${this.#mailbox}${kind}${this.#count++}`);
  }
}

/** The id of one occurrence of a series; `date` is the one its rule gives it, wherever it was moved. */
export function occurrenceId(seriesId: string, date: string): string {
  const day = Buffer.alloc(4);
  day.writeInt32BE(Date.parse(date) / EPOCH_DAY_MS);
  return seriesId.replace('BGAAAA', `FRAAgI${day.toString('base64url')}`);
}

/** What an id of either kind means; undefined when it is no id at all. */
export function parseItemId(id: string): ItemRef | undefined {
  const [, mailbox, day, item] = ITEM.exec(id) ?? [];
  if (mailbox === undefined || item === undefined) return undefined;
  const itemId = `AAMkA${mailbox}BGAAAA${item}AAA=`;
  if (day === undefined) return { itemId };
  const date = new Date(Buffer.from(day, 'base64url').readInt32BE() * EPOCH_DAY_MS);
  return { itemId, occurrence: date.toISOString().slice(0, 10) };
}

/** Immutable ids name the same items; only their look differs. */
export function toImmutableId(id: string): string {
  return id.replace(/^AAMkA/, 'AAkAL');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
