import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface HttpsServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** An HTTPS server on loopback with the certificate that the test launcher made. */
export async function serveHttps(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpsServer> {
  const [cert, key] = await Promise.all([readFile('.behalf/tls/server.pem'), readFile('.behalf/tls/key.pem')]);
  const server = createServer({ cert, key }, handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
