import type { TokenSource } from '../sign-in/token-source.js';
import { ManagementError, toManagementError } from './management-error.js';

export interface ManagementOptions {
  /** Where requests go, as `https://graph.microsoft.com/v1.0`. */
  readonly base: string;
  /** What tokens are asked for. */
  readonly resource: string;
  readonly tokens: TokenSource;
  readonly advice: Readonly<Record<number, string>>;
  readonly fetch: typeof fetch;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

export interface Ask {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Addresses something made a moment ago, which takes Entra some seconds to find everywhere. */
  readonly isNew?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const TRIES = 6;
const FIRST_PAUSE_MS = 1000;
const TIMEOUT_MS = 60_000;

/** Microsoft Graph's or Azure Resource Manager's management endpoints, called as the signed-in person. */
export class ManagementApi {
  readonly #options: ManagementOptions;
  #token?: Promise<string>;

  constructor(options: ManagementOptions) {
    this.#options = options;
  }

  /** Undefined when there is no such thing. */
  async find<Shape>(path: string): Promise<Shape | undefined> {
    try {
      return await this.ask<Shape>('GET', path);
    } catch (error) {
      if (error instanceof ManagementError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** @throws ManagementError saying what to do */
  async ask<Shape = unknown>(method: Method, path: string, ask: Ask = {}): Promise<Shape> {
    const url = `${this.#options.base}${path}`;
    for (let attempt = 1; ; attempt++) {
      const response = await this.#send(method, url, ask);
      if (response.ok) return (await bodyOf(response)) as Shape;
      if (attempt >= TRIES || !isWorthAnotherTry(method, response.status, ask))
        throw await this.#refusal(method, url, response);
      await this.#options.pause(pauseOf(response, attempt));
    }
  }

  /** The token alone: whether the person is signed in. */
  token(): Promise<string> {
    return (this.#token ??= this.#options.tokens(this.#options.resource));
  }

  async #send(method: Method, url: string, { body, headers }: Ask): Promise<Response> {
    const authorization = `Bearer ${await this.token()}`;
    try {
      return await this.#options.fetch(url, {
        method,
        redirect: 'error',
        headers: { ...headers, authorization, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      const { message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
      const { advice } = this.#options;
      throw toManagementError({ method, url, status: 0, code: '', message: cause?.code ?? message, advice });
    }
  }

  /** Graph and Resource Manager word errors alike: `{ "error": { "code", "message" } }`. */
  async #refusal(method: Method, url: string, response: Response): Promise<ManagementError> {
    const { error } = ((await bodyOf(response)) ?? {}) as { readonly error?: { code?: string; message?: string } };
    const { status } = response;
    const { advice } = this.#options;
    return toManagementError({ method, url, status, code: error?.code ?? '', message: error?.message ?? '', advice });
  }
}

/** What refers to something that is not everywhere yet is answered 404, or 400 where the body does. */
function isWorthAnotherTry(method: Method, status: number, { isNew = false }: Ask): boolean {
  if (isNew && (status === 404 || (status === 400 && method === 'POST'))) return true;
  return [429, 503].includes(status) || (status === 504 && method !== 'POST');
}

function pauseOf(response: Response, attempt: number): number {
  const asked = Number(response.headers.get('retry-after') ?? 0);
  return asked > 0 ? asked * 1000 : FIRST_PAUSE_MS * 2 ** (attempt - 1);
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
