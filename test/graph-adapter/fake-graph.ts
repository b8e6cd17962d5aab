import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** How a request is answered; the last of several is used again for every request that follows. */
export type Answer = (response: ServerResponse, request: Received) => void;

/** An https server on loopback that records requests and answers them as told. */
export class FakeGraph {
  readonly received: Received[] = [];
  #answers: readonly Answer[] = [];
  readonly #server = createServer({ key: pem('key'), cert: pem('server') }, (request, response) => {
    void this.#serve(request, response);
  });

  static async open(): Promise<FakeGraph> {
    const graph = new FakeGraph();
    await new Promise<void>((resolve) => graph.#server.listen(0, '127.0.0.1', resolve));
    return graph;
  }

  get origin(): string {
    return `https://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Forgets what was received, and answers from now on in this order. */
  willAnswer(...answers: readonly Answer[]): void {
    this.received.length = 0;
    this.#answers = answers;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await request.toArray()).join('');
    const received = {
      method: request.method ?? '',
      url: new URL(request.url ?? '', this.origin),
      headers: request.headers,
      body: bodyOf(text, request.headers['content-type']),
    };
    this.received.push(received);
    this.#answers[Math.min(this.received.length, this.#answers.length) - 1]?.(response, received);
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** An error as Graph shapes it. */
export function graphError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  const innerError = { date: '2026-11-23T08:00:00', 'request-id': 'a0b1c2d3-0000-4000-8000-000000000001' };
  return json(status, { error: { code, message, innerError } }, headers);
}

/** The request arrives and is never answered. */
export const silence: Answer = () => undefined;

/** The connection breaks while the request is being served. */
export const hangUp: Answer = (response) => {
  response.destroy();
};

function pem(name: 'key' | 'server'): string {
  return readFileSync(`.behalf/tls/${name}.pem`, 'utf8');
}

function bodyOf(text: string, contentType = 'application/json'): unknown {
  if (text === '') return undefined;
  return contentType.startsWith('application/json') ? (JSON.parse(text) as unknown) : text;
}
