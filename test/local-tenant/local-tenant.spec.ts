import { createServer, type AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { startLocalTenant } from '../../apps/local-tenant/src/index.js';

describe('The local tenant', () => {
  const tls = async () => ({
    cert: await readFile('.behalf/tls/server.pem'),
    key: await readFile('.behalf/tls/key.pem'),
  });

  it('does not start in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await expect(startLocalTenant({ tls: await tls() })).rejects.toThrow(/NODE_ENV=production/);
    } finally {
      process.env.NODE_ENV = before;
    }
  });

  it('names the variable to change when a port is taken, and leaves no server behind', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const started = startLocalTenant({ tls: await tls(), ports: { graph: port } });
    await expect(started).rejects.toThrow(`Port ${port} is taken: set LOCAL_GRAPH_PORT to a free one.`);
    await new Promise((resolve) => blocker.close(resolve));
  });

  it('runs beside another one and knows nothing of it', async () => {
    const [one, two] = await Promise.all([
      startLocalTenant({ tls: await tls() }),
      startLocalTenant({ tls: await tls() }),
    ]);
    const token = await one.token({ audience: 'graph' });
    const ask = (url: string) => fetch(`${url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask(one.graphUrl)).status).toBe(200);
    expect((await ask(two.graphUrl)).status).toBe(401);
    await Promise.all([one.close(), two.close()]);
  });
});
