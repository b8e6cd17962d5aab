// `npm run soak -- [--calls 20000] [--users 500] [--callers 16] [folder of a production build]`: interleaved calls of many people
// to two replicas with one Redis, on an Entra and a Graph that fail now and then. Counts answers that hold what is another
// person's, and errors that no fault explains; shows the memory of both replicas as it goes. Needs Linux and redis-server.
import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { behalfMain } from './behalf-main.mjs';
import { freePort } from './free-port.mjs';
import { residentMb } from './process-figures.mjs';
import { onStub, startCloud, startServer } from './servers.mjs';
import { table } from './table.mjs';

const OPTIONS = {
  calls: { type: 'string', default: '20000' },
  users: { type: 'string', default: '500' },
  callers: { type: 'string', default: '16' },
};
const REPLICAS = 2;
const PARTS = 10;
const DAYS = 28;
/** How a tool may answer when Entra or Graph failed. */
const EXPLAINED = ['temporarily_unavailable', 'throttled', 'timeout'];
const OBJECT_ID = /Of ([0-9a-f-]{36})/g;

const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
const [calls, users, callers] = [values.calls, values.users, values.callers].map(Number);

const main = await behalfMain(positionals[0]);
const cloud = await startCloud('faulty-cloud.mjs', String(users));
const redis = await startRedis();
const env = { ...onStub(cloud), REDIS_URL: redis.url, SEALING_KEY: 'k'.repeat(32) };
const replicas = [];
for (let index = 0; index < REPLICAS; index++) replicas.push(await startServer([main], env));
const outcomes = new Map();
let foreign = 0;
let unexplained = 0;
const lines = [];
for (let part = 1; part <= PARTS; part++) {
  await run(Math.round(calls / PARTS));
  lines.push([`${part * PARTS} %`, ...replicas.map(({ pid }) => residentMb(pid).toFixed(0))]);
}
process.stdout.write(table(['Of the calls', ...replicas.map((_, index) => `MB of replica ${index + 1}`)], lines));
process.stdout.write(
  `\n${table(
    ['Answer', 'Calls'],
    [...outcomes].sort(([, a], [, b]) => b - a),
  )}`,
);
process.stdout.write(`\n${foreign} answers with what is another person's, ${unexplained} errors without a cause\n`);
redis.stop();
process.exit(foreign + unexplained === 0 ? 0 : 1);

async function run(count) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  let left = count;
  const caller = async () => {
    while (left-- > 0) await callOnce(agent);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  agent.destroy();
}

async function callOnce(agent) {
  const person = cloud.people[Math.floor(Math.random() * cloud.people.length)];
  const { url } = replicas[Math.floor(Math.random() * REPLICAS)];
  const day = String(1 + Math.floor(Math.random() * DAYS)).padStart(2, '0');
  const range = { from: `2026-12-${day}T00:00:00`, to: `2026-12-${day}T23:00:00`, timeZone: 'UTC' };
  const message = { method: 'tools/call', params: { name: 'calendar_list_events', arguments: range } };
  const { status, text } = await post(url, { agent, token: person.token, message });
  const named = [...text.matchAll(OBJECT_ID)].map(([, id]) => id);
  if (named.some((id) => id !== person.id)) foreign++;
  const outcome = outcomeOf(status, text, named.length);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (!(outcome === 'served' || EXPLAINED.includes(outcome))) unexplained++;
}

function outcomeOf(status, text, named) {
  if (status === 200 && named > 0) return 'served';
  const code = /\\?"code\\?":\\?"([a-z_]+)/.exec(text)?.[1] ?? /"reason":"([a-z_]+)"/.exec(text)?.[1];
  return code ?? `HTTP ${status}`;
}

function post(url, { agent, token, message }) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, ...message });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    sent.on('error', ({ code }) => resolve({ status: code, text: '' })).end(body);
  });
}

async function startRedis() {
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  child.on('error', () => {
    process.stderr.write('There is no redis-server: install it (Debian: apt-get install redis-server).\n');
    process.exit(1);
  });
  process.on('exit', () => child.kill('SIGKILL'));
  await sleep(500);
  return { url: `redis://localhost:${port}`, stop: () => child.kill('SIGKILL') };
}
