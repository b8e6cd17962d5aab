// `npm start`: with Entra configuration the server alone; without any, the local tenant and the server on it.
import { existsSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { Children } from './children.mjs';
import { setUpFoundry } from './local-foundry.mjs';
import { SERVER_MAIN, serverEnv, startServer, startTenant } from './local-pair.mjs';
import { startPlayground } from './playground/server.mjs';

const LOCAL_FILE = resolve('.behalf', 'local.json');
const AUDIT_KEPT = 2_000;

if (existsSync('.env')) process.loadEnvFile('.env');
const configured = Object.keys(process.env).some((name) => name.startsWith('ENTRA_') && process.env[name] !== '');

try {
  await (configured ? startAlone() : startLocally());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function startAlone() {
  await ensureBuilt(['mcp-api']);
  new Children().start('The server', ['--enable-source-maps', SERVER_MAIN]);
}

async function startLocally() {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The local tenant is refused when NODE_ENV=production: set the ENTRA_* variables.');
  await ensureBuilt(['local-tenant', 'mcp-api', 'playground']);
  const port = Number(process.env.PORT ?? 3000);
  const children = new Children();
  const tenant = await startTenant(children);
  const env = serverEnv(tenant, port);
  const audit = [];
  await startServer(children, env, (line) => void keepAudit(audit, line));
  const foundry = await setUpFoundry(tenant, env.PUBLIC_URL);
  const playground = await startPlayground(
    { ...tenant, mcp: env.PUBLIC_URL },
    audit,
    Number(process.env.LOCAL_PLAYGROUND_PORT ?? 7447),
  );
  await writeLocalFile(tenant, env, { foundry, playground: playground.url });
  process.on('exit', () => rmSync(LOCAL_FILE, { force: true }));
  process.stdout.write(greeting(tenant, env, playground.url));
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
  await mkdir(resolve('.behalf'), { recursive: true });
  await writeFile(LOCAL_FILE, `${JSON.stringify(local, undefined, 2)}\n`, { mode: 0o600 });
}

function greeting({ entra, graph, foundry, state }, { PUBLIC_URL }, playground) {
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

Ctrl-C ends both.
`;
}
