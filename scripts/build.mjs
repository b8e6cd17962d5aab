// `npm run build [-- app…]`: compiles what has changed; by default what `npm start` needs.
import { APPS, ensureBuilt } from './built.mjs';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(APPS, name));

try {
  if (unknown.length > 0)
    throw new Error(`There is no app "${unknown.join('", "')}": name one of ${Object.keys(APPS).join(', ')}.`);
  await ensureBuilt(names.length > 0 ? names : ['mcp-api', 'local-tenant']);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
