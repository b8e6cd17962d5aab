// `npm run new -- …` in this repository, `npx behalf new …` in a package of a team: files that compile and pass.
import { parseArgs } from 'node:util';
import { Folder } from './folder.mjs';
import * as house from './house.mjs';
import * as outside from './outside.mjs';

const USAGE = `new toolset <name> [--title <text>] [--scope <name>]… [--resource <App ID URI>]
new port <name> [--scope <name>]
new tool <toolset>_<verb>_<object> --toolset <name> [--port <name>] [--scope <name>] [--writes]
  Names are in snake_case. --port names a port that "new port" made. --writes: the tool changes something, with a dry run.
  Without --scope, in a package of your own: <Name>.Read and <Name>.ReadWrite, named after the toolset or the port.
`;

const OPTIONS = {
  title: { type: 'string' },
  toolset: { type: 'string' },
  port: { type: 'string' },
  resource: { type: 'string' },
  scope: { type: 'string', multiple: true, default: [] },
  writes: { type: 'boolean', default: false },
};

/** @returns the paths that were written, and what is left to do; @throws Error for what cannot be made */
export function makeNew(given, root) {
  const { values, positionals } = parseArgs({ args: given, options: OPTIONS, allowPositionals: true });
  const [kind, name] = positionals;
  const folder = new Folder(root);
  const place = folder.has('libs/domain/src/tools/index.ts') ? house : outside;
  const make = { tool: place.newTool, port: place.newPort, toolset: place.newToolset }[kind];
  if (make === undefined || name === undefined || (kind === 'tool' && !values.toolset)) throw new Error(USAGE);
  if (kind === 'tool' && values.writes && !values.port)
    throw new Error('--writes needs --port: what does it write to?');
  make({ ...values, name, scopes: values.scope }, folder);
  return { written: folder.save(), said: folder.said };
}

export function runNew(given) {
  try {
    const { written, said } = makeNew(given, process.cwd());
    process.stdout.write(`${[...written.map((path) => `wrote ${path}`), ...said].join('\n')}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
