import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
}

/** What it answers to one method: a result, a JSON-RPC error, an HTTP status, or nothing ever. */
export type FakeResult = { readonly result: object } | { readonly error: object } | number | 'silence';

/** An MCP server that answers what a test tells it to. */
export interface FakeMcpServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  answers: Readonly<Record<string, FakeResult>>;
  close(): Promise<void>;
}

const FLAT = { type: 'object', properties: { text: { type: 'string' } } };

export const LIST: FakeResult = { result: { tools: [{ name: 'say_hello', inputSchema: FLAT }] } };

export async function startFakeMcpServer(): Promise<FakeMcpServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { id, method } = JSON.parse(await textOf(request)) as { id: number; method: string };
    asked.push({ method, headers: request.headers });
    const answer = fake.answers[method] ?? 500;
    if (answer === 'silence') return;
    if (typeof answer === 'number') return response.writeHead(answer, { 'www-authenticate': 'Bearer' }).end();
    response.end(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeMcpServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    asked,
    answers: {},
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
  return fake;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
