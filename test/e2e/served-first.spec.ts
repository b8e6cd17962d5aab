import { ErrorFilter } from '../../apps/mcp-api/src/http/error.filter.js';
import { McpController } from '../../apps/mcp-api/src/mcp/mcp.controller.js';
import { listenFirst } from '../../apps/mcp-api/src/mcp/mcp-listener.js';
import type { INestApplication } from '@nestjs/common';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

interface Sent {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly method?: string;
}

let tenant: LocalTenant;
let behalf: Behalf;
let token: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant, { env: { BODY_LIMIT_BYTES: '20000' } }));
  token = await tenant.token({ user: 'anna', scope: 'User.Read MailboxSettings.Read Calendars.Read' });
});

const message = (method: string, params: object = {}) => JSON.stringify({ jsonrpc: '2.0', id: 7, method, params });
const LIST = message('tools/list');
const CREATE = message('tools/call', { name: 'calendar_create_event', arguments: {} });
const TIMES = { from: '2026-12-01T00:00:00', to: '2026-12-08T00:00:00', timeZone: 'UTC' };
const forged = () => `Bearer ${token.slice(0, -8)}AAAAAAAA`;

/** What a client sees, without what differs from answer to answer. */
function answerTo(path: string, { headers = {}, body = LIST, method = 'POST' }: Sent) {
  const own = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
  const given = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, behalf.url), { method, headers: Object.fromEntries(given) }, (answer) => {
      const parts: Buffer[] = [];
      const { date: _date, ...rest } = answer.headers;
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve([answer.statusCode, rest, Buffer.concat(parts).toString()]));
    });
    sent.on('error', reject).end(body);
  });
}

// A path with a slash at its end is the same route, and goes by Express.
describe('POST /mcp is answered as by its route in Nest', () => {
  it.each<[string, () => Sent]>([
    ['a list', () => ({})],
    ['a call', () => ({ body: message('tools/call', { name: 'calendar_list_events', arguments: TIMES }) })],
    ['a batch', () => ({ body: `[${LIST},${message('ping').replace('7', '8')}]` })],
    ['a notification', () => ({ body: '{"jsonrpc":"2.0","method":"notifications/initialized"}' })],
    ['what goes to the SDK', () => ({ body: message('tools/list', { _meta: { progressToken: 1 } }) })],
    ['no token', () => ({ headers: { authorization: undefined } })],
    ['a forged token', () => ({ headers: { authorization: forged() } })],
    ['no bearer token', () => ({ headers: { authorization: 'Basic eA==' } })],
    ['a scope that was not given', () => ({ body: CREATE })],
    ['a foreign host', () => ({ headers: { host: 'attacker.example' } })],
    ['a body that is too long', () => ({ body: `"${'x'.repeat(30_000)}"` })],
    ['a long body without a token', () => ({ headers: { authorization: undefined }, body: 'x'.repeat(100_000) })],
    ['a body that is nested too deep', () => ({ body: '['.repeat(100) })],
    ['no JSON', () => ({ body: '{' })],
    ['no object', () => ({ body: '7' })],
    ['an unknown revision', () => ({ headers: { 'mcp-protocol-version': '1999-01-01' } })],
    ['another type', () => ({ headers: { 'content-type': 'text/plain' } })],
    ['another charset', () => ({ headers: { 'content-type': 'application/json; charset=utf-16' } })],
    ['the charset named', () => ({ headers: { 'content-type': 'application/json; charset=utf-8' } })],
    ['an encoded body', () => ({ headers: { 'content-encoding': 'gzip' } })],
    ['a foreign page', () => ({ headers: { origin: 'https://attacker.example' } })],
    ['another method', () => ({ method: 'PUT' })],
  ])('%s', async (_what, sent) => {
    const [first, byRoute] = [await answerTo('/mcp', sent()), await answerTo('/mcp/', sent())];
    expect(first).toEqual(byRoute);
  });
});

it('a request that cannot be answered at all ends its connection, and others are served', async () => {
  const fails = () => {
    throw new Error('A mistake of ours.');
  };
  const server = createServer((_request, response) => response.end('by the route'));
  const parts = new Map<unknown, object>([
    [McpController, { post: () => Promise.reject(new Error('A mistake of ours.')) }],
    [ErrorFilter, { catch: fails }],
  ]);
  const get = (part: unknown) => parts.get(part) ?? { canActivate: () => true };
  listenFirst({ getHttpServer: () => server, get } as unknown as INestApplication, []);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await keep({ close: () => void server.close().closeAllConnections() });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked = (path: string) =>
    fetch(`${url}${path}`, { method: 'POST', body: LIST, headers: { 'content-type': 'application/json' } });
  await expect(asked('/mcp')).rejects.toThrow('fetch failed');
  expect(await (await asked('/mcp/')).text()).toBe('by the route');
});
