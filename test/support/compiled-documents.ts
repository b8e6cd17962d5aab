/** The module of the processes that read documents, as `before-all.mjs` compiles it. */
export const COMPILED = new URL('../../.behalf/test/documents/process/read-document.process.js', import.meta.url);
