import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { UserContext } from '@app/domain';
import express from 'express';
import type { GraphTokenClaims, TenantUser } from '../../apps/local-tenant/src/directory/types.js';
import { createGraph } from '../../apps/local-tenant/src/graph/index.js';
import { GraphRecorder } from '../support/graph-description/recorder.js';
import { callWith } from '../graph-adapter/calls.js';
import type { Someone } from '@app/testing';

const TENANT = 'c0000000-0000-4000-8000-000000000001';

export const PEOPLE: Readonly<Record<Someone, TenantUser>> = {
  anna: person('anna', 'Anna', 'Ebert', 'W. Europe Standard Time', 'a0000000-0000-4000-8000-000000000001'),
  ben: person('ben', 'Ben', 'Fischer', 'Eastern Standard Time', 'b0000000-0000-4000-8000-000000000002'),
};

/** The local tenant's Graph over https, with tokens that say in clear who may do what. */
export interface LocalGraph {
  readonly origin: string;
  as(person: Someone, scopes: readonly string[]): UserContext;
  close(): Promise<void>;
}

export async function openLocalGraph(): Promise<LocalGraph> {
  const app = express();
  const server = createServer({ key: pem('key'), cert: pem('server') }, app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const recorder = new GraphRecorder();
  const graph = createGraph({
    origin,
    verify: (token) => Promise.resolve(claimsOf(token)),
    users: Object.values(PEOPLE),
    clock: () => new Date('2026-01-05T08:00:00Z'),
    log: { add: () => undefined },
    observe: recorder.middleware,
  });
  app.use(graph.router);
  return {
    origin,
    as: (who, scopes) => callWith(Buffer.from(JSON.stringify([who, scopes])).toString('base64url'), scopes),
    close: async () => {
      server.closeAllConnections();
      graph.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      recorder.assertNoProblems();
    },
  };
}

function claimsOf(token: string): GraphTokenClaims {
  const [who, scopes] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [Someone, string[]];
  return {
    oid: PEOPLE[who].id,
    tid: TENANT,
    appid: 'd0000000-0000-4000-8000-000000000004',
    scopes,
    appOnly: false,
    uti: 'one',
    clientCapabilities: [],
  };
}

function person(key: Someone, givenName: string, surname: string, timeZone: string, id: string): TenantUser {
  const mail = `${key}@contract.example`;
  return {
    id,
    tenantId: TENANT,
    key,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    mail,
    userPrincipalName: mail,
    jobTitle: 'Tester',
    timeZone,
    userType: 'Member',
    appRoles: [],
  };
}

function pem(name: 'key' | 'server'): string {
  return readFileSync(`.behalf/tls/${name}.pem`, 'utf8');
}
