import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** How the way to Redis fails. */
export type RedisFault = 'refused' | 'reset' | 'hang' | 'slow' | 'garbage' | 'truncated' | 'huge';

const SLOW_MS = 2_000;
const HUGE = Buffer.concat([Buffer.from('$999999999\r\n'), Buffer.alloc(4 * 1024 * 1024, 97)]);

/** Stands before a Redis and spoils what comes back from it, as it is told. */
export class FaultyRedis {
  fault?: RedisFault;
  #server?: Server;
  #port = 0;
  readonly #sockets = new Set<Socket>();

  private constructor(readonly target: number) {}

  static async before({ port }: { readonly port: number }): Promise<FaultyRedis> {
    const faulty = new FaultyRedis(port);
    await faulty.#listen();
    return faulty;
  }

  get url(): string {
    return `redis://localhost:${this.#port}`;
  }

  async fail(fault: RedisFault): Promise<void> {
    this.fault = fault;
    if (fault === 'refused') await this.close();
  }

  /** Connections that are open are closed. */
  async recover(): Promise<void> {
    this.fault = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server?.listening) await this.#listen();
  }

  async close(): Promise<void> {
    const server = this.#server;
    const closed = new Promise((resolve) => server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #listen(): Promise<void> {
    this.#server = createServer((client) => this.#serve(client));
    await new Promise<void>((resolve) => this.#server?.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #serve(client: Socket): void {
    const redis = connect(this.target, '127.0.0.1');
    for (const socket of [client, redis]) {
      this.#sockets.add(socket);
      socket
        .on('error', () => undefined)
        .once('close', () => (client.destroy(), redis.destroy(), this.#sockets.delete(socket)));
    }
    client.on('data', (command) => {
      if (this.fault === 'reset') client.destroy();
      else redis.write(command);
    });
    redis.on('data', (reply) => this.#answer(client, reply));
  }

  #answer(client: Socket, reply: Buffer): void {
    if (this.fault === 'hang') return;
    if (this.fault === 'slow') setTimeout(() => client.destroyed || client.write(reply), SLOW_MS);
    else if (this.fault === 'garbage') client.write('<html>HTTP/1.1 400 Bad Request\r\n\r\n');
    else if (this.fault === 'truncated') client.end(reply.subarray(0, -3));
    else client.write(this.fault === 'huge' ? HUGE : reply);
  }
}
