import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from '../approvals/browser.js';
import { Person } from '../approvals/support.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { openTogether } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

/** A client that the operator registered, with a port of loopback that is free to change and one host of its own. */
export const DESK = 'desk';
export const DESK_REDIRECT = 'http://127.0.0.1:33418/done';
export const DESK_HOST_REDIRECT = 'https://desk.example/done';
/** Another one. */
export const OTHER = 'other';
export const OTHER_REDIRECT = 'https://other.example/done';

/** Serves documents by their path, as `https://localhost:<port>`. */
export interface Documents {
  readonly origin: string;
  /** How often each path was asked for. */
  readonly asked: string[];
  answer(path: string, answer: (response: ServerResponse) => void): void;
  put(path: string, document: object): string;
  close(): Promise<void>;
}

export async function startDocuments(): Promise<Documents> {
  const answers = new Map<string, (response: ServerResponse) => void>();
  const asked: string[] = [];
  const tls = { cert: readFileSync('.behalf/tls/server.pem'), key: readFileSync('.behalf/tls/key.pem') };
  const server = createServer(tls, ({ url = '' }: IncomingMessage, response) => {
    asked.push(url);
    const answer = answers.get(url);
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    answer: (path, answer) => void answers.set(path, answer),
    put: (path, document) => {
      const body = JSON.stringify({ client_id: `${origin}${path}`, ...document });
      answers.set(path, (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body));
      return `${origin}${path}`;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A server with the front on, behind HTTPS, with a host of documents beside it. */
export interface Front {
  readonly tenant: LocalTenant;
  readonly behalf: Behalf;
  readonly documents: Documents;
  /** `https://localhost:<port>` */
  readonly origin: string;
  /** Moves the clock of everybody, until `restore`. */
  later(seconds: number): void;
  restore(): void;
  close(): unknown;
}

export const SEALING_KEY = 'front-front-front-front-front-01';

export async function startFront(env: Record<string, string> = {}): Promise<Front> {
  return openTogether(async (keep) => {
    let offset = 0;
    const tenant = await keep(startTestTenant({ clock: () => new Date(Date.now() + offset) }));
    const documents = await keep(startDocuments());
    const proxy: FrontProxy = await keep(startFrontProxy(() => new URL(behalf.url).origin));
    const clients = `${DESK}:http://127.0.0.1/done,${DESK_HOST_REDIRECT};${OTHER}:${OTHER_REDIRECT}`;
    const behalf: Behalf = await keep(
      startBehalf(tenant, {
        env: {
          PUBLIC_URL: `${proxy.origin}/mcp`,
          AUTHORIZATION_FRONT: 'true',
          FRONT_CLIENTS: clients,
          FRONT_CLIENT_HOSTS: new URL(documents.origin).host,
          SEALING_KEY,
          ...env,
        },
      }),
    );
    const later = (seconds: number) => void (offset += seconds * 1000);
    const restore = () => void (offset = 0);
    return { tenant, behalf, documents, origin: proxy.origin, later, restore };
  });
}

export const VERIFIER = 'v'.repeat(43);

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** An authorization request of the desk, with parameters changed, added or (undefined) left out. */
export function authorizeUrl(front: Front, change: Readonly<Record<string, string | undefined>> = {}): URL {
  const url = new URL('/authorization/authorize', front.origin);
  const api = front.tenant.clients['behalf-api'].clientId;
  const parameters = {
    response_type: 'code',
    client_id: DESK,
    redirect_uri: DESK_REDIRECT,
    code_challenge: challengeOf(VERIFIER),
    code_challenge_method: 'S256',
    state: randomBytes(8).toString('hex'),
    scope: `api://${api}/User.Read offline_access`,
    resource: `${front.origin}/mcp`,
    ...change,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

export const anna = () => new Person('Anna Berg');

/** Presses a button of the consent page and goes as far as the client's redirect URI, which is not opened. */
export async function decide(
  person: Person,
  page: Page,
  button: 'Approve and sign in' | 'Decline' = 'Approve and sign in',
): Promise<URL> {
  person.browser.stopsBefore = '/done?';
  const end = await person.signIn(await person.browser.press(page, button));
  person.browser.stopsBefore = undefined;
  if (!end.next) throw new Error(`No way back to the client: ${end.status} ${end.html}`);
  return end.next;
}

/** Signs Anna in for the client of a request; what its redirect URI is given. */
export async function signIn(
  front: Front,
  change: Readonly<Record<string, string>> = {},
  person = anna(),
): Promise<URL> {
  return decide(person, await person.browser.open(authorizeUrl(front, change)));
}

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, string>;
}

/** Asks the token endpoint, as the desk with its last code unless something else is said. */
export async function askForToken(
  front: Front,
  parameters: Readonly<Record<string, string | undefined>>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const defaults = { client_id: DESK };
  const said = Object.entries({ ...defaults, ...parameters }).filter((pair): pair is [string, string] => !!pair[1]);
  const body = new URLSearchParams(said);
  const response = await fetch(`${front.origin}/authorization/token`, { method: 'POST', body, headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as TokenAnswer['body'] };
}

export function redemption(back: URL, change: Readonly<Record<string, string | undefined>> = {}) {
  const code = back.searchParams.get('code') ?? '';
  const redirect_uri = `${back.origin}${back.pathname}`;
  return { grant_type: 'authorization_code', code, redirect_uri, code_verifier: VERIFIER, ...change };
}
