import type { FileContent } from './file-content.js';

const BLOCK = 64 * 1024;
const LINE = 'Every block of this file is the same as the one before it.....\r\n';
const PATTERN = Buffer.from(LINE.repeat(BLOCK / LINE.length));

/** Lines of text of any size, made while they are read and kept nowhere. */
export function generatedContent(size: number): FileContent {
  return { size, read: (start, end) => blocks(start, end) };
}

function* blocks(start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end;) {
    const block = PATTERN.subarray(at % BLOCK, Math.min(BLOCK, (at % BLOCK) + end - at));
    yield block;
    at += block.length;
  }
}
