import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { Unreadable } from './unreadable.js';

/** Office documents have a few hundred parts; a package made to exhaust its reader has more, or larger ones. */
const MOST_PARTS = 10_000;
const MOST_BYTES = 100 * 1024 * 1024;
const PUSHED_BYTES = 64 * 1024;

/**
 * The text of those parts of an Office package (a zip, ECMA-376 part 2) that are wanted. What a part claims of its size is
 * not believed: bytes are counted as they come out.
 */
export function readParts(content: Uint8Array, wanted: (path: string) => boolean): ReadonlyMap<string, string> {
  const chunks = new Map<string, Uint8Array[]>();
  let parts = 0;
  let bytes = 0;
  const unzip = new Unzip((file: UnzipFile) => {
    if (++parts > MOST_PARTS) throw new Unreadable('The file has too many parts.');
    if (!wanted(file.name)) return;
    const collected: Uint8Array[] = [];
    chunks.set(file.name, collected);
    file.ondata = (error, chunk) => {
      // What is thrown below comes back here.
      if (error) throw error instanceof Unreadable ? error : new Unreadable('The file is broken.', { cause: error });
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new Unreadable('The file is too large when unpacked.');
      collected.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < content.length; at += PUSHED_BYTES) {
    unzip.push(content.subarray(at, at + PUSHED_BYTES), at + PUSHED_BYTES >= content.length);
  }
  return new Map([...chunks].map(([path, collected]) => [path, new TextDecoder().decode(Buffer.concat(collected))]));
}
