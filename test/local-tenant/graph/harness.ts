import { type AuthenticationProvider, Client } from '@microsoft/microsoft-graph-client';
import express from 'express';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type {
  BearerProblem,
  GraphTokenClaims,
  RequestLogEntry,
} from '../../../apps/local-tenant/src/directory/types.js';
import { createGraph } from '../../../apps/local-tenant/src/graph/index.js';
import { GraphRecorder } from '../../support/graph-description/recorder.js';
import { PEOPLE, type PersonKey } from './people.js';

export const ALL_SCOPES = [
  ...['User.Read', 'User.ReadBasic.All', 'MailboxSettings.ReadWrite', 'Calendars.ReadWrite'],
  ...['Calendars.ReadWrite.Shared', 'Files.ReadWrite'],
];

/** A Monday, so that what the seed counts from today is known. */
export const NOW = new Date('2026-11-23T08:00:00Z');

export type Json = Record<string, unknown> & { readonly value?: unknown };

/** What came back of one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; loosely typed, for the expectations of a test. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Ask {
  readonly as?: PersonKey;
  readonly scopes?: readonly string[];
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly token?: string;
  readonly redirect?: 'follow' | 'manual';
}

/** A Graph on an https port with tokens that are just `name:scope scope`. */
export class GraphHarness {
  readonly log: RequestLogEntry[];
  readonly origin: string;
  readonly reset: () => void;
  readonly close: () => Promise<void>;
  /** What time it is there, until the next reset. */
  readonly clock: { now: Date };

  private constructor(parts: Pick<GraphHarness, 'origin' | 'reset' | 'close' | 'log' | 'clock'>) {
    this.origin = parts.origin;
    this.reset = parts.reset;
    this.close = parts.close;
    this.log = parts.log;
    this.clock = parts.clock;
  }

  /** `except` matches contradictions to Microsoft's description that a suite provokes. */
  static async open(except: readonly RegExp[] = []): Promise<GraphHarness> {
    const app = express();
    const tls = { key: readFileSync('.behalf/tls/key.pem'), cert: readFileSync('.behalf/tls/server.pem') };
    const server = createServer(tls, app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
    const log: RequestLogEntry[] = [];
    const clock = { now: NOW };
    const recorder = new GraphRecorder(except);
    const graph = createGraph({
      origin,
      verify: (token) => Promise.resolve(claimsOf(token)),
      users: Object.values(PEOPLE),
      clock: () => clock.now,
      log: { add: (entry) => log.push(entry) },
      observe: recorder.middleware,
    });
    app.use(graph.router);
    const close = async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
      graph.close();
      recorder.assertNoProblems();
    };
    const reset = () => {
      clock.now = NOW;
      graph.reset();
    };
    return new GraphHarness({ origin, reset, close, log, clock });
  }

  async ask(path: string, options: Ask = {}): Promise<Answer> {
    const { as = 'anna', scopes = ALL_SCOPES, method = 'GET', body, headers = {} } = options;
    const token = options.token ?? `${as}:${scopes.join(' ')}`;
    const response = await fetch(path.startsWith('https:') ? path : `${this.origin}/v1.0${path}`, {
      method,
      redirect: options.redirect,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${encodeURIComponent(token)}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
    };
  }

  /** Microsoft's own client, signed in as somebody. */
  client(as: PersonKey, scopes: readonly string[] = ALL_SCOPES): Client {
    const authProvider: AuthenticationProvider = {
      getAccessToken: () => Promise.resolve(encodeURIComponent(`${as}:${scopes.join(' ')}`)),
    };
    return Client.initWithMiddleware({ authProvider, baseUrl: this.origin, customHosts: new Set(['localhost']) });
  }
}

const PROBLEMS: Readonly<Record<string, BearerProblem>> = {
  expired: { problem: 'expired' },
  forged: { problem: 'bad_signature' },
  'step-up': { problem: 'claims_required', claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' },
};

function claimsOf(encoded: string): GraphTokenClaims | BearerProblem {
  const [name = '', scopes = ''] = decodeURIComponent(encoded).split(':');
  const problem = PROBLEMS[name];
  if (problem) return problem;
  const appOnly = name === 'app';
  const person = appOnly ? PEOPLE.anna : PEOPLE[name as PersonKey];
  if (!person) return { problem: 'malformed' };
  return {
    oid: person.id,
    tid: person.tenantId,
    appid: '00000000-0000-4000-8000-0000000000c1',
    scopes: appOnly ? [] : scopes.split(' '),
    appOnly,
    uti: 'uti',
    clientCapabilities: [],
  };
}
