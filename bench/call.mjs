// `npm run bench -- call [folder of a production build]`: processor time of the server for one request, beside servers that
// do less. Interleaved rounds, 16 callers, tokens of 50 people; Entra and Graph answer at once from another process.
import { Agent, request } from 'node:http';
import { behalfMain } from './behalf-main.mjs';
import { cpuMs } from './process-figures.mjs';
import { onStub, startServer, startStubCloud } from './servers.mjs';
import { median, table } from './table.mjs';

const ROUNDS = 5;
const CALLERS = 16;
const WARM_UP = 1_000;
const CALLS = 1_000;
const RANGE = { from: '2026-12-01T00:00:00', to: '2026-12-08T00:00:00', timeZone: 'UTC' };
const CALL = { method: 'tools/call', params: { name: 'calendar_list_events', arguments: RANGE } };
const HELLO = { method: 'tools/call', params: { name: 'hello', arguments: {} } };
const _meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};
const MODERN_CALL = { ...CALL, params: { ...CALL.params, _meta } };
const MODERN_HEADERS = {
  'mcp-protocol-version': '2026-07-28',
  'mcp-method': CALL.method,
  'mcp-name': CALL.params.name,
};
const LARGE = { ...CALL, params: { name: CALL.params.name, arguments: { query: 'x'.repeat(900_000) } } };
const LIST = { method: 'tools/list', params: {} };

export default async function benchCall([folder]) {
  const main = await behalfMain(folder);
  const cloud = await startStubCloud();
  const env = onStub(cloud);
  const servers = [['bench/servers/floor.mjs'], ['bench/servers/plain-sdk.mjs'], [main]];
  const [floor, sdk, behalf] = await Promise.all(servers.map((args) => startServer(args, env)));
  const forged = cloud.tokens.map((token) => `${token.slice(0, -8)}AAAAAAAA`);
  const rows = [
    { name: 'node:http: JSON, the same signature verified', server: floor, message: CALL },
    { name: 'MCP SDK: no sign-in, no Graph', server: sdk, message: HELLO },
    { name: 'Behalf: ten events of Graph', server: behalf, message: CALL },
    { name: 'Behalf: ten events, 2026-07-28', server: behalf, message: MODERN_CALL, headers: MODERN_HEADERS },
    { name: 'Behalf: list of tools', server: behalf, message: LIST },
    { name: 'Behalf: a token that was forged', server: behalf, message: CALL, tokens: forged, status: 401 },
    { name: 'Behalf: no token', server: behalf, message: CALL, tokens: [undefined], status: 401 },
    { name: 'Behalf: no token, 900 KB', server: behalf, message: LARGE, tokens: [undefined], status: 401 },
  ].map((row) => ({ tokens: cloud.tokens, status: 200, ...row, figures: [] }));
  for (const row of rows) await send(row, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) for (const row of rows) row.figures.push(await measure(row));
  return report(rows);
}

async function measure(row) {
  const before = cpuMs(row.server.pid);
  await send(row, CALLS);
  return ((cpuMs(row.server.pid) - before) * 1_000) / CALLS;
}

async function send({ server, message, tokens, status, headers }, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, ...message });
  let next = 0;
  const caller = async () => {
    while (next < count) {
      const token = tokens[next++ % tokens.length];
      const answer = await post(server.url, { agent, token, body, headers });
      if (answer !== status) throw new Error(`A request was answered with ${answer} in place of ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  agent.destroy();
}

function post(url, { agent, token, body, headers: more }) {
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...more,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

function report(rows) {
  const [floor, , call] = rows.map(({ figures }) => median(figures));
  const lines = rows.map(({ name, figures }) => {
    const cost = median(figures);
    return [name, cost.toFixed(0), (cost / floor).toFixed(1), (cost / call).toFixed(2)];
  });
  return table(['Request', 'Processor µs', '÷ node:http', '÷ call of Behalf'], lines);
}
