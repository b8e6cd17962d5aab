/** The JavaScript of a source file, as `before-all.mjs` compiles it: `compiled('apps/chat/src/main.ts')`. */
export function compiled(source: string): URL {
  return new URL(`../../.behalf/test/compiled/${source.replace(/\.ts$/, '.js')}`, import.meta.url);
}

/** The server as it ships, and what its document processes run. */
export const SERVER = new URL('../../.behalf/test/server/main.js', import.meta.url);
export const DOCUMENT_READER = new URL('process/read-document.process.js', SERVER);
