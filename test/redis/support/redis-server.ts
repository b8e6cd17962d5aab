import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { freePort } from '../../support/behalf.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

export interface RedisOptions {
  readonly tls?: boolean;
  readonly cluster?: boolean;
  /** Further arguments, as `['--maxmemory', '1mb']`. */
  readonly more?: readonly string[];
}

/** A real `redis-server` on a free port of this machine that keeps nothing on disk. */
export class RedisServer {
  #child?: ChildProcess;
  /** Of nodes of a cluster among themselves. */
  busPort = 0;
  #output = '';

  private constructor(
    readonly port: number,
    readonly options: RedisOptions,
    readonly folder: string,
  ) {}

  /** @throws Error that says so where there is no redis-server */
  static async start(options: RedisOptions = {}): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), options, temporaryFolder());
    if (options.cluster) server.busPort = await freePort();
    await server.restart();
    return server;
  }

  get url(): string {
    return `${this.options.tls ? 'rediss' : 'redis'}://localhost:${this.port}`;
  }

  /** On the same port, empty. */
  async restart(): Promise<void> {
    const child = spawn('redis-server', this.#arguments(), { stdio: ['ignore', 'pipe', 'pipe'], cwd: this.folder });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (this.#output += String(chunk)));
    const failed = new Promise<never>((_resolve, reject) => {
      child.once('error', () =>
        reject(new Error('There is no redis-server: install it (apt-get install redis-server).')),
      );
      child.once('exit', () => reject(new Error(`redis-server ended:\n${this.#output}`)));
    });
    failed.catch(() => undefined);
    while (!(await Promise.race([this.#accepts(), failed]))) await new Promise((done) => setTimeout(done, 20));
  }

  #arguments(): string[] {
    const { tls = false, cluster = false, more = [] } = this.options;
    const file = (name: string) => resolve('.behalf/tls', `${name}.pem`);
    const secure = ['--tls-cert-file', file('server'), '--tls-key-file', file('key'), '--tls-ca-cert-file', file('ca')];
    return [
      ...['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'],
      ...(tls
        ? ['--port', '0', '--tls-port', String(this.port), ...secure, '--tls-auth-clients', 'no']
        : ['--port', String(this.port)]),
      ...(cluster ? ['--cluster-enabled', 'yes', '--cluster-port', String(this.busPort)] : []),
      ...more,
    ];
  }

  /** Resolves when it has ended. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  /** It accepts connections and answers nothing, until it goes on. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child?.kill('SIGCONT');
  }

  close(): Promise<void> {
    this.goOn();
    return this.kill();
  }

  #accepts(): Promise<boolean> {
    return new Promise((done) => {
      const socket = connect(this.port, '127.0.0.1', () => done(true));
      socket.once('error', () => done(false));
      socket.once('connect', () => socket.destroy());
    });
  }
}
