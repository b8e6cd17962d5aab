import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

/** The certificate and key of the local server, both PEM. */
export interface TlsFiles {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
  /** The name that the certificate is for and that clients find on loopback; default localhost. */
  readonly hostName?: string;
}

/** One HTTPS server on loopback. */
export class HttpsServer {
  readonly #server: Server;
  readonly #hostName: string;

  constructor({ cert, key, hostName = 'localhost' }: TlsFiles) {
    this.#hostName = hostName;
    this.#server = createServer({ cert, key, keepAlive: true });
  }

  /** @returns the origin, as clients are to name it */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `https://${this.#hostName}:${(this.#server.address() as AddressInfo).port}`;
  }

  serve(listener: RequestListener): void {
    this.#server.on('request', listener);
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
