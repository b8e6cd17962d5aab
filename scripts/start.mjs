// `npm start`: with Entra configuration the server alone; without any, the local tenant and the server on it.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { trustCommand } from './certificate.mjs';
import { Children } from './children.mjs';
import { setUpFoundry } from './local-foundry.mjs';
import { freePorts } from './ports.mjs';
import { SERVER_MAIN, serverEnv, startServer, startTenant } from './local-pair.mjs';
import { doorOrigins } from './playground/door.mjs';
import { startPlayground } from './playground/server.mjs';

const LOCAL_FILE = resolve('.behalf', 'local.json');
const AUDIT_KEPT = 2_000;

if (existsSync('.env')) process.loadEnvFile('.env');
const configured = Object.keys(process.env).some((name) => name.startsWith('ENTRA_') && process.env[name] !== '');

/** @type {Children | undefined} */
let children;
try {
  await (configured ? startAlone() : startLocally());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await children?.stop(1);
  process.exit(1);
}

async function startAlone() {
  await ensureBuilt(['mcp-api']);
  children = new Children();
  children.start('The server', ['--enable-source-maps', SERVER_MAIN]);
}

async function startLocally() {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The local tenant is refused when NODE_ENV=production: set the ENTRA_* variables.');
  const ports = await freePorts();
  await ensureBuilt(['local-tenant', 'mcp-api', 'playground']);
  children = new Children();
  const tenant = await step('Starting the local tenant', () => startTenant(children));
  const env = serverEnv(tenant, ports.PORT);
  const audit = [];
  await step('Starting the server', () => startServer(children, env, (line) => void keepAudit(audit, line)));
  const foundry = await step('Setting up the agents', () => setUpFoundry(tenant, env.PUBLIC_URL));
  const playground = await startPlayground({ ...tenant, mcp: env.PUBLIC_URL }, audit, ports.LOCAL_PLAYGROUND_PORT);
  foundry.chat.pages = { url: playground.url, origins: doorOrigins(tenant) };
  await writeLocalFile(tenant, env, { foundry, playground: playground.url });
  process.stdout.write(greeting(tenant, env, playground.url));
}

/** Says what is done, and how long it took. */
async function step(what, work) {
  const began = Date.now();
  process.stdout.write(`${what} …\n`);
  const result = await work();
  process.stdout.write(`${what}: done after ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
  return result;
}

/** What the page shows of the server's decisions. */
function keepAudit(audit, line) {
  if (!line.startsWith('{"log":"audit"')) return;
  audit.push(JSON.parse(line));
  if (audit.length > AUDIT_KEPT) audit.shift();
}

async function writeLocalFile(tenant, env, made) {
  const { entra, graph, control, caFile, state } = tenant;
  const local = { mcp: env.PUBLIC_URL, entra, graph, control, ...made, ca: resolve(caFile), ...state };
  const text = `${JSON.stringify(local, undefined, 2)}\n`;
  await mkdir(resolve('.behalf'), { recursive: true });
  // Whole at once: others read it at any time.
  await writeFile(`${LOCAL_FILE}.${process.pid}`, text, { mode: 0o600 });
  await rename(`${LOCAL_FILE}.${process.pid}`, LOCAL_FILE);
  process.on('exit', () => removeLocalFile(text));
}

/** Unless another one has taken its place. */
function removeLocalFile(text) {
  try {
    if (readFileSync(LOCAL_FILE, 'utf8') === text) rmSync(LOCAL_FILE);
  } catch {
    // It is gone.
  }
}

function greeting({ entra, graph, foundry, caFile, state }, { PUBLIC_URL }, playground) {
  const body = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_my_context","arguments":{}}}';
  return `
Behalf is running on a local tenant; nothing here leaves this machine.

  Playground  ${playground}
  MCP         ${PUBLIC_URL}
  Entra       ${entra}
  Graph       ${graph}
  Foundry     ${foundry}
  People      ${state.users.map(({ key }) => key).join(', ')}

A token, as a person's sign-in through Foundry would bring it:

  npm run -s token -- --user anna --scope "User.Read MailboxSettings.Read Calendars.ReadWrite"

A tool call as that person:

  curl -s ${PUBLIC_URL} -H "Authorization: Bearer $(npm run -s token -- --user anna)" -H "Content-Type: application/json" -d '${body}'

A talk with the agent "behalf" of the local Foundry, in another terminal:

  npm run -s chat -- "what is on tomorrow"

The playground shows the sign-in pages too. At the https addresses above, browsers warn of the local certificate; this makes them trust it:

  ${trustCommand(resolve(caFile))}

Ctrl-C ends all of it.
`;
}
