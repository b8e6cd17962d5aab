// `npm start`: with Entra configuration the server alone; without any, the local tenant and the server on it.
import { existsSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Children } from './children.mjs';
import { setUpFoundry } from './local-foundry.mjs';
import { build, SERVER_MAIN, serverEnv, startServer, startTenant } from './local-pair.mjs';

const LOCAL_FILE = resolve('.behalf', 'local.json');

if (existsSync('.env')) process.loadEnvFile('.env');
const configured = Object.keys(process.env).some((name) => name.startsWith('ENTRA_') && process.env[name] !== '');

try {
  await (configured ? startAlone() : startLocally());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function startAlone() {
  build('mcp-api');
  new Children().start('The server', ['--enable-source-maps', SERVER_MAIN]);
}

async function startLocally() {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The local tenant is refused when NODE_ENV=production: set the ENTRA_* variables.');
  build('local-tenant', 'mcp-api');
  const port = Number(process.env.PORT ?? 3000);
  const children = new Children();
  const tenant = await startTenant(children);
  const env = serverEnv(tenant, port);
  await startServer(children, env);
  await writeLocalFile(tenant, env, await setUpFoundry(tenant, env.PUBLIC_URL));
  process.on('exit', () => rmSync(LOCAL_FILE, { force: true }));
  process.stdout.write(greeting(tenant, env));
}

async function writeLocalFile(tenant, env, foundry) {
  const { entra, graph, control, caFile, state } = tenant;
  const local = { mcp: env.PUBLIC_URL, entra, graph, control, foundry, ca: resolve(caFile), ...state };
  await mkdir(resolve('.behalf'), { recursive: true });
  await writeFile(LOCAL_FILE, `${JSON.stringify(local, undefined, 2)}\n`, { mode: 0o600 });
}

function greeting({ entra, graph, foundry, state }, { PUBLIC_URL }) {
  const body = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_my_context","arguments":{}}}';
  return `
Behalf is running on a local tenant; nothing here leaves this machine.

  MCP      ${PUBLIC_URL}
  Entra    ${entra}
  Graph    ${graph}
  Foundry  ${foundry}
  People   ${state.users.map(({ key }) => key).join(', ')}

A token, as a person's sign-in through Foundry would bring it:

  npm run -s token -- --user anna --scope "User.Read MailboxSettings.Read Calendars.ReadWrite"

A tool call as that person:

  curl -s ${PUBLIC_URL} -H "Authorization: Bearer $(npm run -s token -- --user anna)" -H "Content-Type: application/json" -d '${body}'

A talk with the agent "behalf" of the local Foundry, in another terminal:

  npm run -s chat -- "what is on tomorrow"

Ctrl-C ends both.
`;
}
