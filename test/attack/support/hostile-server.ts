import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpsServer, serveHttps } from '../../auth/support/https-server.js';

/** What a hostile server answers with. */
export interface HostileAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A trusted TLS server that answers as it likes and remembers who came. */
export class HostileServer {
  /** `METHOD path`, and whether a credential came along. */
  readonly visits: { readonly what: string; readonly authorized: boolean }[] = [];
  answer: (path: string) => HostileAnswer = () => ({ status: 404, body: {} });
  #server?: HttpsServer;

  async start(): Promise<this> {
    this.#server = await serveHttps((request, response) => this.#serve(request, response));
    return this;
  }

  get origin(): string {
    return this.#server?.origin ?? '';
  }

  close(): Promise<void> {
    return this.#server?.close() ?? Promise.resolve();
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.visits.push({ what: `${request.method} ${path}`, authorized: request.headers.authorization !== undefined });
    const { status = 200, headers = {}, body } = this.answer(path);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  }
}
