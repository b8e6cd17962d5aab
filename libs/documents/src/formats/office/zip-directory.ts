import { Unreadable } from '../unreadable.js';

/** Where a file of a zip lies. */
export interface ZipEntry {
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly start: number;
}

/** Office documents have a few hundred parts; a package made to exhaust its reader has more. */
const MOST_ENTRIES = 10_000;
const NOT_COMPLETE = 'The file is damaged: it is not complete.';
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
/** Stands for "see the 64-bit fields". */
const SEE_ZIP64 = 0xffffffff;
const ZIP64 = 1;

/**
 * The directory of a zip (APPNOTE.TXT 4.3.12), which alone tells what is in it; by name, the first of each.
 * @throws Unreadable when there is none
 */
export function zipEntries(content: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const entries = new Map<string, ZipEntry>();
  try {
    let at = directoryStart(view);
    for (let count = 0; at + CENTRAL_BYTES <= view.length && view.readUInt32LE(at) === CENTRAL; count++) {
      if (count === MOST_ENTRIES) throw new Unreadable('The file has too many parts.');
      const nameEnd = at + CENTRAL_BYTES + view.readUInt16LE(at + 28);
      const name = view.toString('utf8', at + CENTRAL_BYTES, nameEnd);
      if (!entries.has(name)) entries.set(name, entryAt(view, at, nameEnd));
      at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    }
  } catch (error) {
    // A place outside of the file.
    if (error instanceof RangeError) throw new Unreadable(NOT_COMPLETE, { cause: error });
    throw error;
  }
  return entries;
}

function directoryStart(view: Buffer): number {
  const first = Math.max(0, view.length - END_BYTES - LONGEST_COMMENT);
  for (let at = view.length - END_BYTES; at >= first; at--) {
    if (view.readUInt32LE(at) !== END) continue;
    const start = view.readUInt32LE(at + 16);
    return start === SEE_ZIP64 ? zip64DirectoryStart(view, at) : start;
  }
  throw new Unreadable(NOT_COMPLETE);
}

/** The locator lies before the end, and tells where the 64-bit end lies (4.3.14 and 4.3.15). */
function zip64DirectoryStart(view: Buffer, end: number): number {
  const zip64End = Number(view.readBigUInt64LE(end - 20 + 8));
  return Number(view.readBigUInt64LE(zip64End + 48));
}

function entryAt(view: Buffer, at: number, nameEnd: number): ZipEntry {
  const [packed, place] = [view.readUInt32LE(at + 20), view.readUInt32LE(at + 42)];
  const wide = zip64Fields(view, nameEnd, nameEnd + view.readUInt16LE(at + 30));
  const unpackedIsWide = view.readUInt32LE(at + 24) === SEE_ZIP64;
  const skipped = unpackedIsWide ? 1 : 0;
  const packedBytes = packed === SEE_ZIP64 ? wide(skipped) : packed;
  const local = place === SEE_ZIP64 ? wide(skipped + (packed === SEE_ZIP64 ? 1 : 0)) : place;
  if (view.readUInt32LE(local) !== LOCAL) throw new Unreadable(NOT_COMPLETE);
  const start = local + LOCAL_BYTES + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  return { flags: view.readUInt16LE(at + 8), method: view.readUInt16LE(at + 10), packedBytes, start };
}

/** The numbers that did not fit in 32 bits, in their order (4.5.3). */
function zip64Fields(view: Buffer, from: number, to: number): (index: number) => number {
  let at = from;
  while (at + 4 <= to && view.readUInt16LE(at) !== ZIP64) at += 4 + view.readUInt16LE(at + 2);
  return (index) => Number(view.readBigUInt64LE(at + 4 + index * 8));
}
