import { RedisServer, type RedisOptions } from './redis-server.js';
import { redisCli } from './redis-cli.js';
import { openTogether } from '../../support/keep-open.js';
import { until } from './until.js';

const SLOTS = 16_384;
const MASTERS = 3;

/** Three masters on loopback that share the slots. */
export function startRedisCluster(options: RedisOptions) {
  return openTogether(async (keep) => {
    const start = () => keep(RedisServer.start({ ...options, cluster: true }));
    const servers = await Promise.all(Array.from({ length: MASTERS }, start));
    const [first] = servers as [RedisServer, ...RedisServer[]];
    for (const [index, server] of servers.entries()) {
      const [from, to] = [index, index + 1].map((part) => Math.floor((part * SLOTS) / MASTERS)) as [number, number];
      await redisCli(server, 'CLUSTER', 'ADDSLOTSRANGE', String(from), String(to - 1));
      await redisCli(server, 'CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
    }
    for (const server of servers.slice(1))
      await redisCli(server, 'CLUSTER', 'MEET', '127.0.0.1', String(first.port), String(first.busPort));
    for (const server of servers)
      await until(async () => (await redisCli(server, 'CLUSTER', 'INFO')).includes('cluster_state:ok'));
    return { url: first.url, servers };
  });
}
