import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Hands every request on as it is, Host and Origin too, with a bearer token. Returns its address, with a host that the server knows. */
export async function startFront(target: URL, token: string): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const { method, url: path = '/', headers } = incoming;
    const options = { method, path, headers: { ...headers, authorization: `Bearer ${token}` } };
    const onward = request({ host: '127.0.0.1', port: target.port, ...options }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://localhost:${port}${target.pathname}`;
}
