import { connect, type Socket } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { postBytes, sendBytes } from '../attack/support/wire.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { control } from '../support/control.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool, rpc, send } from '../support/mcp.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

let tenant: LocalTenant;
let behalf: Behalf;
let output: Output;
const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
});
afterEach(() => tenant.reset());

/** Sends the beginning of a request, and gives what the server answers to it alone. */
function answerTo(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(new URL(behalf.url).port), '127.0.0.1', () => socket.write(head));
    socket.once('data', (chunk: Buffer) => {
      socket.destroy();
      resolve(chunk.toString());
    });
    socket.once('error', reject);
  });
}

const headOf = (...lines: readonly string[]) => {
  const host = new URL(behalf.url).host;
  return `${['POST /mcp HTTP/1.1', `Host: ${host}`, 'Content-Type: application/json', ...lines].join('\r\n')}\r\n\r\n`;
};

describe('Before a byte of the body is read', () => {
  it.each([
    ['a missing token', [], 401],
    ['a token that is none', ['Authorization: Bearer x.y.z'], 401],
    ['an encoding', ['Content-Encoding: br'], 415],
    ['another encoding', ['Content-Encoding: identity, gzip'], 415],
    ['another type', ['Content-Type: text/plain'], 415],
  ] as const)('%s is refused', async (_what, lines, status) => {
    const head = lines.some((line) => line.startsWith('Content-Type'))
      ? headOf(...lines, 'Content-Length: 1000000').replace('Content-Type: application/json\r\n', '')
      : headOf(...lines, 'Content-Length: 1000000');
    const answer = await answerTo(head);
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    // The client need not send what nobody reads.
    expect(answer).toMatch(/connection: close/i);
  });

  it('a length beyond the limit is refused', async () => {
    const token = await tenant.token({ user: 'anna' });
    expect(await answerTo(headOf(`Authorization: Bearer ${token}`, 'Content-Length: 100000000'))).toContain('413');
  });
});

describe('A client that goes on to send what nobody reads', () => {
  /** Sends the head, waits for the answer, then sends the body. How the connection ended: an error's code, or 'closed'. */
  function sendAfterAnswer(head: string, chunks: Iterable<string>): Promise<{ answer: string; ended: string }> {
    return new Promise((resolve) => {
      let answer = '';
      const socket = connect(Number(new URL(behalf.url).port), '127.0.0.1', () => socket.write(head));
      socket.once('data', () => {
        for (const chunk of chunks) socket.write(chunk);
      });
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.once('end', () => socket.end(() => resolve({ answer, ended: 'closed' })));
      socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve({ answer, ended: String(code) }));
    });
  }

  it.each([
    ['without a token', [], 401],
    ['with a token that is none', ['Authorization: Bearer x.y.z'], 401],
    ['of another type', ['Content-Encoding: br'], 415],
  ] as const)('%s gets its answer and no reset', async (_what, lines, status) => {
    const { answer, ended } = await sendAfterAnswer(headOf(...lines, 'Content-Length: 4000000'), [
      'x'.repeat(4_000_000),
    ]);
    expect([answer.includes(`HTTP/1.1 ${String(status)}`), ended]).toEqual([true, 'closed']);
  });

  it('has its connection closed when it never ends', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const { answer, ended } = await sendAfterAnswer(
      headOf('Transfer-Encoding: chunked'),
      Array.from({ length: 1_000 }, () => chunk),
    );
    expect(answer).toContain('HTTP/1.1 401');
    expect(['closed', 'ECONNRESET', 'EPIPE']).toContain(ended);
  });

  it('has its connection closed when it sends nothing more', async () => {
    const { answer, ended } = await sendAfterAnswer(headOf('Content-Length: 900000'), []);
    expect([answer.includes('HTTP/1.1 401'), ended]).toEqual([true, 'closed']);
  });
});

describe('Although the person may call', () => {
  const asAnna = async (body: string, headers: Record<string, string> = {}) =>
    send(behalf.url, { token: await tenant.token({ user: 'anna' }), headers, body });

  it('nothing compressed is unpacked', async () => {
    const packed = brotliCompressSync(Buffer.from('['.repeat(1_000_000))).toString('latin1');
    const token = await tenant.token({ user: 'anna' });
    const bytes = postBytes(behalf.url, [`Authorization: Bearer ${token}`, 'Content-Encoding: br'], packed);
    expect((await sendBytes(behalf.url, bytes)).status).toBe(415);
  });

  it.each(['[', '{"a":', '[{"a":'])('%s over and over is refused before it is parsed', async (opening) => {
    const { status, body } = await asAnna(opening.repeat(100_000));
    expect([status, body.error?.code]).toEqual([400, -32_600]);
  });

  it('brackets within a text are text', async () => {
    const call = { method: 'tools/call', params: { name: `${'['.repeat(1_000)}\\"{`, arguments: {} } };
    const { body } = await asAnna(JSON.stringify({ jsonrpc: '2.0', id: 1, ...call }));
    expect(body.error?.code).toBe(-32_602);
  });

  it('bytes that are not UTF-8 are refused', async () => {
    const token = await tenant.token({ user: 'anna' });
    const bytes = postBytes(behalf.url, [`Authorization: Bearer ${token}`], '');
    const body = `{"jsonrpc":"2.0","id":"\xff","method":"tools/list"}`;
    const answer = await sendBytes(
      behalf.url,
      bytes.replace('Content-Length: 0', `Content-Length: ${body.length}`) + body,
    );
    expect([answer.status, answer.body.error?.code]).toEqual([400, -32_700]);
  });

  it('an address named twice is refused', async () => {
    const token = await tenant.token({ user: 'anna' });
    const lines = [`Authorization: Bearer ${token}`, 'Host: evil.example'];
    expect((await sendBytes(behalf.url, postBytes(behalf.url, lines, LIST))).status).toBe(403);
  });
});

describe('Of one person', () => {
  it('more calls than allowed are refused with when to come again, and others are served', async () => {
    const limited = await keep(startBehalf(tenant, { env: { CALLS_PER_PERSON: '20' } }));
    const [anna, ben] = await Promise.all(['anna', 'ben'].map((user) => tenant.token({ user })));
    const answers = await Promise.all(Array.from({ length: 30 }, () => rpc(limited.url, anna, 'tools/list')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await rpc(limited.url, ben, 'tools/list')).status).toBe(200);
  });

  it('the calls of a batch count one by one', async () => {
    const limited = await keep(startBehalf(tenant, { env: { CALLS_PER_PERSON: '15' } }));
    const token = await tenant.token({ user: 'anna' });
    const batch = { token, body: `[${Array(10).fill(LIST).join(',')}]` };
    expect([(await send(limited.url, batch)).status, (await send(limited.url, batch)).status]).toEqual([200, 429]);
  });

  it('many calls that hang take no place from others', async () => {
    await control(tenant, 'POST', '/faults', { service: 'graph', kind: 'latency', ms: 60_000, times: 16 });
    const [anna, ben] = await Promise.all(['anna', 'ben'].map((user) => tenant.token({ user })));
    const gone = new AbortController();
    const calls = Array.from({ length: 40 }, () =>
      callTool(behalf.url, anna, 'get_my_context', {}, gone.signal).catch(() => undefined),
    );
    while (tenant.faults.all.length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await callTool(behalf.url, ben, 'get_my_context')).body.result?.isError).toBeUndefined();
    gone.abort();
    await Promise.all(calls);
    expect((await callTool(behalf.url, anna, 'get_my_context')).body.result?.isError).toBeUndefined();
  });
});

describe('Requests that nobody signed', () => {
  it('are recorded one by one only as long as they are few, and then counted', async () => {
    output.takeAudit();
    const server = await startBehalf(tenant);
    await Promise.all(Array.from({ length: 150 }, () => send(server.url, { body: LIST })));
    const recorded = output.takeAudit();
    await server.close();
    const [line, ...others] = output.takeAudit();
    expect([recorded.length, others]).toEqual([100, []]);
    expect(line).toEqual({
      log: 'audit',
      time: expect.any(String),
      decision: 'refused',
      reason: 'token_missing',
      count: 50,
    });
  });
});
