import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

/** How a service fails; each goes on until another is set. */
export type Fault = keyof typeof FAULTS | 'refused';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;
type Fail = (response: ServerResponse, answer: () => void) => unknown;

const JSON_TYPE = { 'content-type': 'application/json' };
const DRIP_MS = 20;
const SLOW_MS = 700;
const MEGABYTE = 'a'.repeat(1024 * 1024);

const FAULTS = {
  reset: (response) => response.socket?.destroy(),
  'reset half-way': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' });
    response.write('{"half":', () => response.socket?.destroy());
  },
  hang: () => undefined,
  drip: (response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(' '), DRIP_MS);
    response.on('close', () => clearInterval(timer));
  },
  slow: (_response, answer) => setTimeout(answer, SLOW_MS),
  429: (response) => response.writeHead(429, { ...JSON_TYPE, 'retry-after': '7' }).end('{}'),
  500: (response) => response.writeHead(500, JSON_TYPE).end('{"error":{"code":"oops"}}'),
  503: (response) => response.writeHead(503, { ...JSON_TYPE, 'retry-after': '7' }).end('{}'),
  'wrong type': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
  truncated: (response) => response.writeHead(200, JSON_TYPE).end('{"value":[{"id":"AAM'),
  garbage: (response) => response.writeHead(200, JSON_TYPE).end('[[]]'),
  huge: (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000000000' }).write(MEGABYTE);
  },
  endless: (response) => {
    response.writeHead(200, JSON_TYPE).on('drain', write);
    write();
    function write() {
      while (!response.destroyed && response.write(MEGABYTE));
    }
  },
} satisfies Record<string, Fail>;

/** A service on a port of its own that answers well, or fails as it is told. */
export class FaultyService {
  fault?: Fault;
  readonly #answer: Answer;
  #server?: Server;
  #port = 0;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  get origin(): string {
    return `https://localhost:${this.#port}`;
  }

  async start(): Promise<this> {
    const [cert, key] = ['server', 'key'].map((name) => readFileSync(`.behalf/tls/${name}.pem`));
    this.#server = createServer({ cert, key }, (request, response) => this.#serve(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async close(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((resolve) => (server?.listening ? server.close(resolve) : resolve(undefined)));
  }

  /** Connections that are open are closed: what comes next meets the fault. */
  async fail(fault: Fault): Promise<void> {
    this.fault = fault;
    if (fault === 'refused') await this.close();
    else this.#server?.closeAllConnections();
  }

  async recover(): Promise<void> {
    this.#server?.closeAllConnections();
    if (this.fault === 'refused') await this.start();
    this.fault = undefined;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    // Whoever asked may leave in the middle of it.
    const answer = () => void Promise.resolve(this.#answer(request, response)).catch(() => undefined);
    response.on('error', () => undefined);
    if (this.fault === undefined || this.fault === 'refused') return answer();
    const fail: Fail = FAULTS[this.fault];
    fail(response, answer);
  }
}

export function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, JSON_TYPE).end(JSON.stringify(body));
}
