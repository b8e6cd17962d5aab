// `npm run token`: a token of the running local tenant on stdout, and nothing else.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonRequest } from './local-https.mjs';

const USAGE = `npm run -s token -- [options]
  --user <name>        whose token; default anna
  --scope "<names>"    its scopes, separated by spaces; default: every scope of the catalog
  --client <name>      foundry (default), cli, agent or rogue
  --audience <name>    graph, ai-foundry or arm: a token for that instead of this API
  --app-only           of the client itself, with no person behind it
  --tenant <id>        of another tenant than the person's
  --expires-in=<s>     seconds to live; negative: expired already
`;

const OPTIONS = {
  user: { type: 'string' },
  scope: { type: 'string' },
  client: { type: 'string' },
  audience: { type: 'string' },
  'app-only': { type: 'boolean' },
  tenant: { type: 'string' },
  'expires-in': { type: 'string' },
  help: { type: 'boolean' },
};

try {
  const { help, ...wanted } = parseArgs({ options: OPTIONS }).values;
  process.stdout.write(help ? USAGE : `${await token(wanted)}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function token({ 'app-only': appOnly, 'expires-in': seconds, ...names }) {
  const { control, ca } = await runningTenant();
  const expiresIn = seconds === undefined ? undefined : Number(seconds);
  if (seconds !== undefined && !Number.isInteger(expiresIn))
    throw new Error(`--expires-in is "${seconds}": write whole seconds, as in --expires-in 3600`);
  const { status, body } = await ask(`${control}/token`, {
    ca,
    method: 'POST',
    body: { ...names, appOnly, expiresIn },
  });
  if (status !== 200) throw new Error(body?.error ?? `The local tenant answered ${status}.`);
  return body.access_token;
}

async function runningTenant() {
  const file = resolve('.behalf', 'local.json');
  if (!existsSync(file)) throw new Error('The local tenant is not running. Start it first: npm start');
  const { control, ca } = JSON.parse(await readFile(file, 'utf8'));
  return { control, ca: await readFile(ca) };
}

async function ask(url, options) {
  try {
    return await jsonRequest(url, options);
  } catch (cause) {
    if (cause.code !== 'ECONNREFUSED') throw cause;
    throw new Error(`The local tenant does not answer at ${url}. Start it first: npm start`, { cause });
  }
}
