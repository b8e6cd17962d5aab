import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = '<!doctype html><meta charset="utf-8"><title>Behalf chat</title><p>';

/** Where the browser comes back to after a sign-in: an HTTP server on loopback (RFC 8252, 7.3). */
export class RedirectListener {
  readonly #server: Server;
  readonly #answer: Promise<string>;

  private constructor(server: Server, state: string) {
    this.#server = server;
    this.#answer = new Promise((resolve, reject) => {
      server.on('request', ({ url }, response) => {
        const answer = new URL(url ?? '/', 'http://localhost').searchParams;
        // Whoever else asks (a favicon, another site) does not end the sign-in.
        if (answer.get('state') !== state) return response.writeHead(404).end();
        const code = answer.get('code');
        const said = code === null ? 'You are not signed in.' : 'You are signed in.';
        response.setHeader('content-type', 'text/html').end(`${PAGE}${said} You can close this window.`);
        if (code !== null) resolve(code);
        else reject(new Error(answer.get('error_description') ?? answer.get('error') ?? 'no code came back'));
      });
    });
    this.#answer.catch(() => undefined);
  }

  static async start(state: string): Promise<RedirectListener> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, 'localhost', resolve));
    return new RedirectListener(server, state);
  }

  get redirectUri(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The code of the sign-in whose state was given. @throws Error with the reason when there is none */
  code(): Promise<string> {
    return this.#answer;
  }

  close(): void {
    this.#server.close();
    this.#server.closeIdleConnections();
  }
}
