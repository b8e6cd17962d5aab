import { createRemoteJWKSet, jwtVerify } from 'jose';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InMemoryLeave } from '../src/in-memory-leave.adapter.js';
import type { NewLeaveRequest } from '../src/leave.port.js';

const CLIENT_ID = '5b1f8a52-6d0c-4c3e-9a55-1ea5e0000001';

export interface LeaveStub {
  readonly origin: string;
  /** What the service knows of each person, by object id. */
  readonly people: Map<string, InMemoryLeave>;
  close(): Promise<void>;
}

/** Contoso's leave service, small: it verifies tokens of the local tenant as a real one verifies those of Entra. */
export async function startLeaveStub({ entra, tenantId }: { entra: string; tenantId: string }): Promise<LeaveStub> {
  const keys = createRemoteJWKSet(new URL(`${entra}/${tenantId}/discovery/v2.0/keys`));
  const people = new Map<string, InMemoryLeave>();
  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request).catch((): [number] => [401]);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
  });

  async function answer(request: IncomingMessage): Promise<[number, object?]> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const { payload } = await jwtVerify<{ oid: string; scp: string }>(token, keys, { audience: CLIENT_ID });
    const leave = people.get(payload.oid) ?? new InMemoryLeave();
    people.set(payload.oid, leave);
    const scopes = payload.scp.split(' ');
    if (request.method === 'GET') return [200, await leave.list(undefined as never)];
    if (!scopes.includes('Leave.ReadWrite')) return [403];
    const days = JSON.parse(await textOf(request)) as NewLeaveRequest;
    return leave.request(undefined as never, days).then(
      (made): [number, object] => [201, made],
      (): [number] => [409],
    );
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve())));
  return { origin: `http://127.0.0.1:${port}`, people, close };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
