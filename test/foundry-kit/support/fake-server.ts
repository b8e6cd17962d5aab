import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** In place of a body that is JSON. */
  readonly text?: string;
}

/** Something that stands where Behalf should be. */
export interface FakeServer {
  readonly origin: string;
  readonly url: string;
  answer: (path: string) => FakeAnswer;
  close(): Promise<void>;
}

export async function startFakeServer(): Promise<FakeServer> {
  const server = createServer((request, response) => {
    const { status, headers, body, text } = fake.answer(request.url ?? '');
    response.writeHead(status, headers).end(text ?? (body && JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeServer = {
    origin,
    url: `${origin}/mcp`,
    answer: () => ({ status: 500 }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return fake;
}
