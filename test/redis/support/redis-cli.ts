import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RedisServer } from './redis-server.js';

const run = promisify(execFile);

/** What the command line client of Redis prints: another implementation than the one under test. */
export async function redisCli({ port, options }: RedisServer, ...command: readonly string[]): Promise<string> {
  const tls = options.tls ? ['--tls', '--cacert', '.behalf/tls/ca.pem', '-h', 'localhost'] : [];
  const { stdout } = await run('redis-cli', ['-p', String(port), ...tls, ...command], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.trim();
}
