import { Injectable } from '@nestjs/common';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
/** Who has opened a connection sends a request by then. */
const FIRST_REQUEST_MS = 5_000;

/** Knows the calls being served, and whether the server is on its way out. */
@Injectable()
export class InFlight {
  readonly #answers = new Set<ServerResponse>();
  /** Connections on which nothing has come yet. */
  readonly #fresh = new Set<Socket>();
  #running = 0;
  #draining = false;
  #held: Promise<void> = Promise.resolve();
  /** When the last call came, on the clock of `performance`. */
  #cameAt = -Infinity;

  get draining(): boolean {
    return this.#draining;
  }

  async track(work: () => Promise<void>): Promise<void> {
    this.#running++;
    try {
      await work();
    } finally {
      this.#running--;
    }
  }

  /** Watches every request of this server. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.#fresh.add(socket);
      socket.once('close', () => this.#fresh.delete(socket));
    });
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      this.#fresh.delete(request.socket);
      this.#answers.add(response);
      response.once('close', () => this.#answers.delete(response));
      if (request.method === 'POST') this.#cameAt = performance.now();
      if (this.#draining) response.shouldKeepAlive = false;
    });
  }

  /**
   * From here on readiness is false, and each answer ends its connection (`Connection: close`), so that clients open the
   * next one elsewhere. Resolves when no call has come for `quietMs` and none is running, or after `mostMs`.
   */
  async drain({ quietMs, mostMs }: { readonly quietMs: number; readonly mostMs: number }): Promise<void> {
    const startedAt = performance.now();
    this.#draining = true;
    // Whose headers have been sent keeps its connection.
    for (const response of this.#answers) response.shouldKeepAlive = false;
    const isQuiet = () => this.#isIdle && performance.now() - Math.max(startedAt, this.#cameAt) >= quietMs;
    while (!isQuiet() && performance.now() - startedAt < mostMs) await sleep(LOOK_EVERY_MS);
  }

  /** Resolves when an answer may be sent. */
  mayAnswer(): Promise<void> {
    return this.#held;
  }

  /** Answers wait while this is done: who waits for one opens no new connection meanwhile. */
  async holdAnswers(work: () => Promise<void>): Promise<void> {
    this.#held = work();
    await this.#held;
  }

  /**
   * Resolves when everything that came has its answer, and no connection is open on which more could come, or nothing
   * has come on them for `quietMs`.
   */
  async idle(server: Server, quietMs: number): Promise<void> {
    const startedAt = performance.now();
    const quiet = () => performance.now() - Math.max(startedAt, this.#cameAt);
    const maySend = () => quiet() < (this.#fresh.size > 0 ? FIRST_REQUEST_MS : quietMs);
    while (!this.#isIdle || (maySend() && (await connectionsOf(server)) > 0)) await sleep(LOOK_EVERY_MS);
  }

  get #isIdle(): boolean {
    return this.#running === 0 && this.#answers.size === 0;
  }
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
}
