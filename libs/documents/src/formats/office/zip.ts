import { Inflate } from 'fflate';
import { Unreadable } from '../unreadable.js';
import { zipEntries, type ZipEntry } from './zip-directory.js';

/** All that is unpacked of one file. What a file says of its sizes is not believed: bytes are counted as they come out. */
const MOST_BYTES = 100 * 1024 * 1024;
/** A thousand times as much comes out of them at most, and is held at once. */
const PUSHED_BYTES = 2 * 1024;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** The files in a zip, each unpacked when it is wanted. */
export class Zip {
  readonly #content: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #unpacked = 0;

  /** @throws Unreadable when it is none */
  constructor(content: Uint8Array) {
    this.#content = content;
    this.#entries = zipEntries(content);
  }

  /** As the zip spells them. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Gives the bytes of a file as they are unpacked, so that none is ever held whole. */
  unpack(name: string, take: (chunk: Uint8Array) => void): void {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Unreadable('The file is damaged: a part of it is missing.');
    if ((entry.flags & ENCRYPTED) !== 0) throw new Unreadable('The file is protected by a password.');
    const counted = (chunk: Uint8Array) => {
      this.#unpacked += chunk.length;
      if (this.#unpacked > MOST_BYTES) throw new Unreadable('The file is too large when unpacked.');
      take(chunk);
    };
    const packed = this.#content.subarray(entry.start, entry.start + entry.packedBytes);
    if (entry.method === STORED) inSlices(packed, counted);
    else if (entry.method === DEFLATED) inflate(packed, counted);
    else throw new Unreadable('The file is packed in a way that cannot be read here.');
  }
}

function inflate(packed: Uint8Array, take: (chunk: Uint8Array) => void): void {
  let thrown: unknown;
  const inflater = new Inflate((chunk) => {
    try {
      take(chunk);
    } catch (error) {
      thrown = error;
      throw error;
    }
  });
  try {
    inSlices(packed, (slice, isLast) => inflater.push(slice, isLast));
  } catch (error) {
    throw thrown ?? new Unreadable('The file is damaged.', { cause: error });
  }
}

function inSlices(bytes: Uint8Array, take: (slice: Uint8Array, isLast: boolean) => void): void {
  for (let at = 0; at < bytes.length; at += PUSHED_BYTES) {
    take(bytes.subarray(at, at + PUSHED_BYTES), at + PUSHED_BYTES >= bytes.length);
  }
}
