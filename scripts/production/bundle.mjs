// Makes of the compiled server what ships: few files that start quickly, with everything of the packages that they use.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** Optional packages that Nest would use where they are installed. */
const ABSENT = [/^@nestjs\/(?:microservices|websockets)\b/, /^class-(?:transformer|validator)\b/];
const OPTIONS = { platform: 'node', external: ABSENT, logLevel: 'silent' };
const ENTRIES = { main: 'apps/mcp-api/src/main.js', server: 'apps/mcp-api/src/start.js' };
const READER = 'libs/documents/src/process/read-document.process.js';

/**
 * `main.js` imports `start.js`, which loads `server.cjs`; the processes that read documents have files of their own.
 *
 * @param {string} compiled the folder of the compiled sources
 * @param {string} target the folder of `main.js`
 * @returns {Promise<readonly string[]>} every file that was put in
 */
export async function bundleServer(compiled, target) {
  const isStart = (id) => id === './start.js';
  const main = await bundle(
    { input: { main: resolve(compiled, ENTRIES.main) }, external: isStart },
    { dir: target, format: 'esm' },
  );
  const server = await bundle(
    { input: { server: resolve(compiled, ENTRIES.server) } },
    { dir: target, format: 'cjs', codeSplitting: false, entryFileNames: '[name].cjs' },
  );
  await inAscii(join(target, 'server.cjs'));
  const reader = await bundle(
    { input: { 'read-document.process': resolve(compiled, READER) } },
    { dir: join(target, 'process'), format: 'esm' },
  );
  return [...main, ...server, ...reader];
}

async function bundle(input, output) {
  const made = await rolldown({ ...OPTIONS, ...input });
  try {
    // Lines and names stay, so that the places in an error can be read without a source map.
    const { output: chunks } = await made.write({
      ...output,
      comments: { legal: true, annotation: false, jsdoc: false },
    });
    return chunks.flatMap(({ modules = {} }) => Object.keys(modules));
  } finally {
    await made.close();
  }
}

/** V8 keeps a text with any other character in twice the memory, and Node reads it more slowly. */
async function inAscii(file) {
  const code = await readFile(file, 'utf8');
  await writeFile(file, code.replace(/(\\*)([^\0-\x7f])/g, escaped));
}

/** The same in texts, patterns and names, except after a backslash that is not itself escaped. */
function escaped(_all, backslashes, character) {
  if (backslashes.length % 2 === 1) throw new Error(`The code has a backslash before ${JSON.stringify(character)}.`);
  return `${backslashes}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
