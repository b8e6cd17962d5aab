// A started pair with its playground, and one fresh browser context for each story.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { jsonRequest } from '../local-https.mjs';

const PORTS = [
  'PORT',
  'LOCAL_ENTRA_PORT',
  'LOCAL_GRAPH_PORT',
  'LOCAL_CONTROL_PORT',
  'LOCAL_FOUNDRY_PORT',
  'LOCAL_PLAYGROUND_PORT',
];
/** Against hanging, not a measure of speed: the machine may be busy. */
const PATIENCE_MS = 60_000;
const POLICY_FILE = fileURLToPath(new URL('policy.yaml', import.meta.url));
const LAPTOP = { width: 1440, height: 900 };

export async function startRun() {
  const ports = await Promise.all(PORTS.map(async (name) => [name, String(await freePort())]));
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...Object.fromEntries(ports), POLICY_FILE },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('Ctrl-C') && resolve());
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}.`)));
  });
  const local = JSON.parse(await readFile('.behalf/local.json', 'utf8'));
  const ca = await readFile(local.ca);
  const control = (method, path, body) => jsonRequest(`${local.control}${path}`, { ca, method, body });
  return {
    tell: (browser, name, story) => tell({ browser, local, control }, name, story),
    close: () => (child.kill('SIGTERM'), ended),
  };
}

/** Undefined when the story came out as told, else what went wrong. */
async function tell({ browser, local, control }, name, { options = {}, story }) {
  // The certificate is of the local tenant; this context meets nothing else.
  const context = await browser.newContext({ viewport: LAPTOP, ignoreHTTPSErrors: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const problems = [];
  page.on('pageerror', ({ message }) => problems.push(`error on the page: ${message}`));
  try {
    await page.goto(local.playground);
    await story({ page, context, local, control });
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  }
  await page.screenshot({ path: `.behalf/screenshots/${name.replace(/\W+/g, '-')}.png` });
  await context.close();
  return problems[0];
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
