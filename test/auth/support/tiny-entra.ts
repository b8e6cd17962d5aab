import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText, serveHttps, type HttpsServer } from './https-server.js';
import { API, ANNA, FOUNDRY, TENANT } from './ids.js';
import { newKey, signedBy, type TestKey } from './jwt.js';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is. */
  readonly body: unknown;
}

export interface PublishedKey {
  readonly key: TestKey;
  readonly issuer?: string;
  /** Its certificate, DER in base64. */
  readonly x5c?: readonly string[];
}

const FIRST_KEY = newKey('first');
export const SECOND_KEY = newKey('second');
export const STRANGERS_KEY = newKey('stranger');

/**
 * As much of Entra and Graph as a test of this library has to steer by hand: discovery, keys, token endpoint, `/me`.
 * What the local tenant does faithfully is tested against the local tenant.
 */
export class TinyEntra {
  readonly key = FIRST_KEY;
  published: PublishedKey[] = [{ key: FIRST_KEY }];
  /** Requests so far, by `METHOD path`. */
  readonly requests: string[] = [];
  /** Discovery and keys answer 503. */
  down = false;
  /** What is published in place of the keys. */
  onKeys?: () => unknown;
  onToken: (form: URLSearchParams) => Answer | Promise<Answer> = () => ({ status: 500, body: {} });
  onMe: (token: string) => Answer | Promise<Answer> = () => ({ status: 401, body: {} });
  #server?: HttpsServer;

  async start(): Promise<this> {
    this.#server = await serveHttps((request, response) => void this.#serve(request, response));
    return this;
  }

  get origin(): string {
    return this.#server?.origin ?? '';
  }

  close(): Promise<void> {
    return this.#server?.close() ?? Promise.resolve();
  }

  count(pattern: RegExp): number {
    return this.requests.filter((request) => pattern.test(request)).length;
  }

  issuer(version: '1.0' | '2.0' = '2.0', tenant = TENANT): string {
    return version === '2.0' ? `${this.origin}/${tenant}/v2.0` : `https://sts.windows.net/${tenant}/`;
  }

  /** The claims of a v2 token of Anna's for this API. */
  claims(overrides: object = {}): Record<string, unknown> {
    const now = Math.floor(Date.now() / 1000);
    return {
      aud: API,
      iss: this.issuer(),
      iat: now,
      nbf: now,
      exp: now + 3600,
      azp: FOUNDRY,
      name: 'Anna Berg',
      oid: ANNA,
      preferred_username: 'anna@fernglas.example',
      scp: 'User.Read Calendars.Read',
      tid: TENANT,
      ver: '2.0',
      ...overrides,
    };
  }

  token(overrides: object = {}, header: object = {}): string {
    return signedBy(this.key, this.claims(overrides), header);
  }

  tokenV1(overrides: object = {}): string {
    const v1 = { ver: '1.0', iss: this.issuer('1.0'), aud: `api://${API}`, azp: undefined, appid: FOUNDRY };
    return this.token({ ...v1, ...overrides });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    this.requests.push(`${request.method} ${pathname}`);
    const { status = 200, headers = {}, body } = await this.#answer(request, pathname);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  async #answer(request: IncomingMessage, path: string): Promise<Answer> {
    if (path.endsWith('/token')) return this.onToken(new URLSearchParams(await readText(request)));
    if (path === '/v1.0/me') return this.onMe((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (this.down) return { status: 503, body: {} };
    if (path.endsWith('/keys')) return { body: this.onKeys?.() ?? { keys: this.published.map(toJwk) } };
    return { body: this.#discovery(path) };
  }

  #discovery(path: string): object {
    const [, tenant = ''] = path.split('/');
    const version = path.includes('/v2.0/') ? '2.0' : '1.0';
    const base = `${this.origin}/${tenant}`;
    const suffix = version === '2.0' ? '/v2.0' : '';
    return {
      issuer: this.issuer(version, tenant === 'organizations' ? '{tenantid}' : tenant),
      jwks_uri: `${base}/discovery${suffix}/keys`,
      authorization_endpoint: `${base}/oauth2${suffix}/authorize`,
      token_endpoint: `${base}/oauth2${suffix}/token`,
    };
  }
}

function toJwk({ key, issuer, x5c }: PublishedKey): object {
  return { ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig', issuer, x5c };
}
