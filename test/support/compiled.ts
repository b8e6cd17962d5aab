/** The JavaScript of a source file, as `before-all.mjs` compiles it: `compiled('apps/chat/src/main.ts')`. */
export function compiled(source: string): URL {
  return new URL(`../../.behalf/test/compiled/${source.replace(/\.ts$/, '.js')}`, import.meta.url);
}
