import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The bytes of a file, wherever they are kept. */
export interface FileContent {
  readonly size: number;
  /** In upper-case hex; not of what is made while it is read. */
  readonly sha256?: string;
  /** All of it, where it is small enough to be kept in memory. */
  readonly buffer?: Buffer;
  /** From `start` to before `end`. */
  read(start: number, end: number): Iterable<Buffer> | AsyncIterable<Buffer>;
}

export function contentOf(buffer: Buffer, sha256 = sha256Of(buffer)): FileContent {
  return { size: buffer.length, sha256, buffer, read: (start, end) => [buffer.subarray(start, end)] };
}

export function contentOfFile(path: string, size: number, sha256: string): FileContent {
  return { size, sha256, read: (start, end) => createReadStream(path, { start, end: end - 1 }) };
}

/** Several contents one after the other. */
export function joinedContent(parts: readonly FileContent[], sha256: string): FileContent {
  const buffers = parts.map(({ buffer }) => buffer).filter((buffer) => buffer !== undefined);
  if (buffers.length === parts.length) return contentOf(Buffer.concat(buffers), sha256);
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    sha256,
    read: (start, end) => readParts(parts, start, end),
  };
}

async function* readParts(parts: readonly FileContent[], start: number, end: number): AsyncGenerator<Buffer> {
  let offset = 0;
  for (const part of parts) {
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, part.size)];
    if (from < to) yield* part.read(from, to);
    offset += part.size;
  }
}

function sha256Of(buffer: Buffer): string {
  return createHash('sha256').update(buffer).digest('hex').toUpperCase();
}
