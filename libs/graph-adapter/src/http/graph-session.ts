import { type CallLimits, DomainError } from '@app/domain';
import { type Client, type GraphRequest, ResponseType } from '@microsoft/microsoft-graph-client';
import { failureOf, refusalOf } from './graph-failures.js';
import { unreadable } from './unreadable.js';

export interface GraphPage<Item> {
  readonly items: readonly Item[];
  /** Absolute; only ever of the configured origin and version. */
  readonly nextLink?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Collection {
  readonly value?: unknown;
  readonly '@odata.nextLink'?: unknown;
}

interface Sending {
  readonly prefer?: string;
  readonly body?: object;
  readonly ifMatch?: string;
  readonly contentType?: string;
  /** With `ConsistencyLevel: eventual`. */
  readonly eventual?: true;
  /** A redirect is the answer and no failure. */
  readonly wantsLocation?: true;
}

/** Graph as one person for one call; whatever goes wrong leaves it as a `DomainError`. */
export class GraphSession {
  readonly #client: Client;
  readonly #base: string;
  readonly #limits: CallLimits;

  constructor(client: Client, base: string, limits: CallLimits) {
    this.#client = client;
    this.#base = base;
    this.#limits = limits;
  }

  async get<Answer extends object>(path: string, prefer?: string): Promise<Answer> {
    return asObject<Answer>(await this.#send('GET', path, { prefer }));
  }

  /** One page of a collection: its path, or the `nextLink` of the page before. */
  async getPage<Item>(path: string, prefer?: string): Promise<GraphPage<Item>> {
    return this.#page(await this.get<Collection>(path, prefer));
  }

  /** As `getPage`, of a directory search: Graph serves those from an index that may be a little behind. */
  async searchPage<Item>(path: string): Promise<GraphPage<Item>> {
    return this.#page(asObject<Collection>(await this.#send('GET', path, { eventual: true })));
  }

  #page<Item>(answer: Collection): GraphPage<Item> {
    if (!Array.isArray(answer.value)) throw unreadable('a collection without its items');
    return { items: answer.value as readonly Item[], nextLink: this.#checkedLink(answer['@odata.nextLink']) };
  }

  /** With `ifMatch` as for `patch`. */
  async post<Answer extends object>(path: string, body: object, prefer?: string, ifMatch?: string): Promise<Answer> {
    return asObject<Answer>(await this.#send('POST', path, { prefer, body, ifMatch }));
  }

  /** Content as it is; with `ifMatch` as for `patch`. */
  async put<Answer extends object>(
    path: string,
    body: Uint8Array,
    contentType: string,
    ifMatch?: string,
  ): Promise<Answer> {
    return asObject<Answer>(await this.#send('PUT', path, { body, contentType, ifMatch }));
  }

  /** Where Graph says that content is; nobody has been asked there yet. */
  async location(path: string): Promise<string> {
    const { headers } = (await this.#respond('GET', path, { wantsLocation: true })).response;
    return headers.get('location') ?? '';
  }

  /** With `ifMatch`, only while the item is still the version of that ETag (RFC 9110, 13.1.1). */
  async patch<Answer extends object>(path: string, body: object, prefer?: string, ifMatch?: string): Promise<Answer> {
    return asObject<Answer>(await this.#send('PATCH', path, { prefer, body, ifMatch }));
  }

  /** For actions, which Graph answers with an empty body. */
  async act(path: string, body: object | undefined, prefer?: string): Promise<void> {
    await this.#send('POST', path, { prefer, body });
  }

  /** With `ifMatch` as for `patch`. */
  async delete(path: string, prefer?: string, ifMatch?: string): Promise<void> {
    await this.#send('DELETE', path, { prefer, ifMatch });
  }

  async #send(method: Method, path: string, sending: Sending): Promise<unknown> {
    const { text } = await this.#respond(method, path, sending);
    return text === '' ? undefined : parse(text);
  }

  async #respond(method: Method, path: string, sending: Sending) {
    const { prefer, body, ifMatch, contentType, eventual, wantsLocation } = sending;
    const request = this.#client.api(path).responseType(ResponseType.RAW);
    if (prefer) request.header('Prefer', prefer);
    if (ifMatch) request.header('If-Match', ifMatch);
    if (eventual) request.header('ConsistencyLevel', 'eventual');
    if (contentType) request.header('Content-Type', contentType);
    try {
      const response = await sent(request, method, body);
      const text = await response.text();
      if (!response.ok && !(wantsLocation && response.status === 302)) throw refusalOf(response, text);
      return { response, text };
    } catch (error) {
      throw error instanceof DomainError ? error : failureOf(error, this.#limits);
    }
  }

  /** A link from an answer is followed only where our own paths could have led. */
  #checkedLink(link: unknown): string | undefined {
    if (link === undefined || link === null) return undefined;
    const url = typeof link === 'string' && URL.canParse(link) ? new URL(link).href : '';
    if (!url.startsWith(this.#base)) throw unreadable('a nextLink that leads away from Graph');
    return url;
  }
}

function sent(request: GraphRequest, method: Method, body: object | undefined): Promise<Response> {
  const send: Record<Method, () => Promise<Response>> = {
    GET: () => request.get(),
    POST: () => request.post(body),
    PUT: () => request.put(body),
    PATCH: () => request.patch(body),
    DELETE: () => request.delete(),
  };
  return send[method]();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('something that is not JSON');
  }
}

function asObject<Answer extends object>(answer: unknown): Answer {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw unreadable('no object');
  return answer as Answer;
}
