import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type ConnectionLimits, limitConnections } from '../../apps/mcp-api/src/http/server-limits.js';
import { keptOpen } from '../support/keep-open.js';

const LIMITS: ConnectionLimits = {
  headersMs: 100,
  requestMs: 200,
  keepAliveMs: 60_000,
  silenceMs: 60_000,
  connections: 5,
};
const keep = keptOpen(afterEach);

async function listening(limits: Partial<ConnectionLimits> = {}): Promise<number> {
  const server: Server = createServer((incoming, response) => {
    incoming.resume();
    if (incoming.url !== '/silent') incoming.on('end', () => response.end('done'));
  });
  limitConnections(server, { ...LIMITS, ...limits });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await keep({ close: () => void server.close().closeAllConnections() });
  return (server.address() as AddressInfo).port;
}

/** All that the server says until it closes the connection. */
function spokenTo(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.on('error', () => undefined).on('close', () => resolve(said));
  });
}

describe('A connection is closed', () => {
  it.each([
    ['on which nothing comes', '', '408', {}],
    ['on which the headers do not end', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ', '408', {}],
    ['on which the body does not end', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf', '408', {}],
    [
      'on which nothing moves while a request is served',
      'GET /silent HTTP/1.1\r\nHost: x\r\n\r\n',
      '',
      { silenceMs: 300 },
    ],
  ])('%s', async (_what, text, status, limits) => {
    expect((await spokenTo(await listening(limits), text)).slice(9, 12)).toBe(status);
  });

  it('at once when there are enough', async () => {
    const port = await listening({ connections: 1, headersMs: 60_000 });
    const first = connect(port, '127.0.0.1');
    await new Promise((resolve) => first.once('connect', resolve));
    expect(await spokenTo(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('');
    first.destroy();
  });
});

it('A connection stays open between two requests for longer than headers may take', async () => {
  const port = await listening({ headersMs: 400, keepAliveMs: 60_000, silenceMs: 60_000 });
  const said = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    socket.once('data', () =>
      setTimeout(() => socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'), 800),
    );
    socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
  });
  expect(said.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
});
