import { EntraCredentials } from '../../libs/redis/src/entra-credentials.js';
import { openClient } from '../../libs/redis/src/redis-client.js';
import { keptOpen } from '../support/keep-open.js';
import { redisCli } from './support/redis-cli.js';
import { RedisServer } from './support/redis-server.js';
import { until } from './support/until.js';

const OID = '0b0e6f0a-9d5b-4e9c-8f8e-3d9b6c1f2a77';
const keep = keptOpen();

/** A token of the identity, which ends after so many milliseconds. */
function tokenOf(nonce: number, lastsMs: number) {
  const claims = Buffer.from(JSON.stringify({ oid: OID, nonce })).toString('base64url');
  return { token: `eyJhbGciOiJub25lIn0.${claims}.signature`, expiresAt: Date.now() + lastsMs };
}

it('signs in as the object id of the identity with its token, and again with another before that ends', async () => {
  const redis = await keep(RedisServer.start());
  const [first, second] = [tokenOf(1, 13_500), tokenOf(2, 3_600_000)];
  await redisCli(redis, 'ACL', 'SETUSER', OID, 'on', `>${first.token}`, `>${second.token}`, '~behalf:*', '+@all');
  await redisCli(redis, 'ACL', 'SETUSER', 'default', 'resetchannels', '-@write');
  const tokens = [first, second];
  const errors: unknown[] = [];
  const credentials = new EntraCredentials(
    async () => tokens.shift()!,
    (error) => errors.push(error),
  );
  await keep({ close: () => credentials.close() });
  const config = { url: redis.url, cluster: false, timeoutMs: 1_000 };
  const client = openClient(config, credentials, (error) => errors.push(error));
  await keep({ close: () => client.destroy() });
  await client.connected;
  expect(await client.commands.set('behalf:one', 'text', { PX: 60_000 })).toBe('OK');
  await expect(client.commands.set('other', 'text', { PX: 60_000 })).rejects.toThrow('NOPERM');
  const auths = async () => /cmdstat_auth:calls=(\d+)/.exec(await redisCli(redis, 'INFO', 'commandstats'))?.[1];
  expect(await auths()).toBe('1');
  await until(async () => (await auths()) === '2');
  expect([tokens, errors]).toEqual([[], []]);
  expect(await client.commands.getRange('behalf:one', 0, 10)).toBe('text');
});
