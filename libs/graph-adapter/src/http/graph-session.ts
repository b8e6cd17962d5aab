import { type CallLimits, DomainError } from '@app/domain';
import { type Client, type GraphRequest, ResponseType } from '@microsoft/microsoft-graph-client';
import { asObject, type Method, parsed, sent, textOf } from './exchange.js';
import { failureOf, refusalOf } from './graph-failures.js';
import { type Change, readingChange } from './outcome-unknown.js';
import { unreadable } from './unreadable.js';

export interface GraphPage<Item> {
  readonly items: readonly Item[];
  /** Absolute; only ever of the configured origin and version. */
  readonly nextLink?: string;
}

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
  /** Nothing is changed, though it is no GET. */
  readonly onlyReads?: true;
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

  /** A POST that changes nothing, as a question too long for a GET; with `ifMatch` as for `patch`. */
  async ask<Answer extends object>(path: string, body: object, prefer?: string, ifMatch?: string): Promise<Answer> {
    return asObject<Answer>(await this.#send('POST', path, { prefer, body, ifMatch, onlyReads: true }));
  }

  /** With `ifMatch` as for `patch`. */
  async post<Answer extends object>(path: string, body: object, prefer?: string, ifMatch?: string): Promise<Answer> {
    return this.#change<Answer>('POST', path, { prefer, body, ifMatch });
  }

  /** Content as it is; with `ifMatch` as for `patch`. */
  async put<Answer extends object>(
    path: string,
    body: Uint8Array,
    contentType: string,
    ifMatch?: string,
  ): Promise<Answer> {
    return this.#change<Answer>('PUT', path, { body, contentType, ifMatch });
  }

  /** With `ifMatch`, only while the item is still the version of that ETag (RFC 9110, 13.1.1). */
  async patch<Answer extends object>(path: string, body: object, prefer?: string, ifMatch?: string): Promise<Answer> {
    return this.#change<Answer>('PATCH', path, { prefer, body, ifMatch });
  }

  /** For actions, which Graph answers with an empty body. */
  async act(path: string, body: object | undefined, prefer?: string): Promise<void> {
    await this.#send('POST', path, { prefer, body });
  }

  /** Content to an action, which Graph answers with an empty body. */
  async upload(path: string, body: Uint8Array, contentType: string): Promise<void> {
    await this.#send('POST', path, { body, contentType });
  }

  /** With `ifMatch` as for `patch`. */
  async delete(path: string, prefer?: string, ifMatch?: string): Promise<void> {
    await this.#send('DELETE', path, { prefer, ifMatch });
  }

  /** Reads an answer as it arrives; what is not wanted of it is not read. */
  async stream<Read>(
    path: string,
    prefer: string,
    read: (body: AsyncIterable<Uint8Array>) => Promise<Read>,
  ): Promise<Read> {
    try {
      const response = await sent(this.#request(path, { prefer }), 'GET', undefined);
      if (!response.ok) throw refusalOf(response, await textOf(response));
      return await read(response.body ?? new ReadableStream());
    } catch (error) {
      throw error instanceof DomainError ? error : failureOf(error, this.#limits);
    }
  }

  /** Content, or the answer that says where it is: its body has not been read. */
  async content(path: string): Promise<Response> {
    try {
      const response = await sent(this.#request(path, {}), 'GET', undefined);
      if (response.ok || isRedirect(response)) return response;
      throw refusalOf(response, await textOf(response));
    } catch (error) {
      throw error instanceof DomainError ? error : failureOf(error, this.#limits);
    }
  }

  async #change<Answer extends object>(method: Method, path: string, sending: Sending): Promise<Answer> {
    return readingChange(path, asObject<Answer>)(await this.#send(method, path, sending));
  }

  /** Undefined for an empty body; what is not JSON is no object either. */
  async #send(method: Method, path: string, sending: Sending): Promise<unknown> {
    const change = changeOf(method, path, sending);
    try {
      const response = await sent(this.#request(path, sending), method, sending.body);
      const text = await textOf(response);
      if (!response.ok) throw refusalOf(response, text, change);
      return parsed(text);
    } catch (error) {
      throw error instanceof DomainError ? error : failureOf(error, this.#limits, change);
    }
  }

  #request(path: string, { prefer, ifMatch, contentType, eventual }: Sending): GraphRequest {
    const request = this.#client.api(path).responseType(ResponseType.RAW);
    if (prefer) request.header('Prefer', prefer);
    if (ifMatch) request.header('If-Match', ifMatch);
    if (eventual) request.header('ConsistencyLevel', 'eventual');
    if (contentType) request.header('Content-Type', contentType);
    return request;
  }

  /** A link from an answer is followed only where our own paths could have led. */
  #checkedLink(link: unknown): string | undefined {
    if (link === undefined || link === null) return undefined;
    const url = typeof link === 'string' && URL.canParse(link) ? new URL(link).href : '';
    if (!url.startsWith(this.#base)) throw unreadable('a nextLink that leads away from Graph');
    return url;
  }
}

function changeOf(method: Method, path: string, { body, onlyReads }: Sending): Change | undefined {
  if (method === 'GET' || onlyReads) return undefined;
  return { path, isRepeatable: body !== undefined && 'transactionId' in body };
}

function isRedirect({ status, headers }: Response): boolean {
  return status >= 300 && status < 400 && headers.has('location');
}
