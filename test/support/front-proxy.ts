import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A reverse proxy as platforms put one in front of a container: HTTPS outside, HTTP inside. */
export interface FrontProxy {
  readonly origin: string;
  close(): Promise<void>;
}

/** @param backend gives the origin to forward to; it is asked for each request, so that the proxy can be there first */
export async function startFrontProxy(backend: () => string): Promise<FrontProxy> {
  const tls = { cert: readFileSync('.behalf/tls/server.pem'), key: readFileSync('.behalf/tls/key.pem') };
  const server = createServer(tls, (incoming, answer) => {
    const { method, headers, socket } = incoming;
    const forwarded = { 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-proto': 'https' };
    const outgoing = request(
      new URL(incoming.url ?? '/', backend()),
      { method, headers: { ...headers, ...forwarded } },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.writeHead(502).end());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { origin: `https://localhost:${(server.address() as AddressInfo).port}`, close };
}
