import { FakeGraph, graphError, json, type Received } from '../graph-adapter/fake-graph.js';
import type { ServerResponse } from 'node:http';

/** What a draft says, or what was delivered. */
export interface Words {
  readonly subject: string;
  readonly body: string;
  readonly to: readonly string[];
  readonly bcc: readonly string[];
}

/** Changes the draft behind everybody's back before the request of this number, counted from 0, is answered. */
export interface Update {
  readonly before: number;
  readonly change: Partial<Words>;
}

const ID = 'AAMkDraft';
export const DRAFT_ID = ID;
const OWNER = 'anna.berg@fernglas.example';

/** One draft in Graph, which is changed at moments that are told: each request is a barrier. Graph answers each at one moment. */
export class BarrierGraph {
  readonly #graph: FakeGraph;
  #words: Words = { subject: '', body: '', to: [], bcc: [] };
  #version = 0;
  #isGone = false;
  #updates: readonly Update[] = [];
  #requests = 0;
  delivered: readonly Words[] = [];

  private constructor(graph: FakeGraph) {
    this.#graph = graph;
  }

  static async open(): Promise<BarrierGraph> {
    return new BarrierGraph(await FakeGraph.open());
  }

  get origin(): string {
    return this.#graph.origin;
  }

  get requests(): number {
    return this.#requests;
  }

  begin(words: Words, updates: readonly Update[]): void {
    [this.#words, this.#updates, this.#requests, this.#isGone, this.delivered] = [words, updates, 0, false, []];
    this.#version++;
    this.#graph.willAnswer((response, request) => this.#answer(response, request));
  }

  close(): Promise<void> {
    return this.#graph.close();
  }

  #answer(response: ServerResponse, request: Received): void {
    for (const { before, change } of this.#updates) if (before === this.#requests) this.#change(change);
    this.#requests++;
    const { method, url, body } = request;
    const path = decodeURIComponent(url.pathname).replace('/v1.0', '');
    if (path === '/me') return json(200, { id: 'anna', mail: OWNER, userPrincipalName: OWNER })(response, request);
    if (path.includes('sentitems')) return json(200, { value: [] })(response, request);
    if (path === '/me/getMailTips') return json(200, { value: [] })(response, request);
    if (path === '/me/sendMail') return this.#deliver(response, readMime(String(body)));
    if (this.#isGone) return graphError(404, 'ErrorItemNotFound', 'Gone.')(response, request);
    if (path === `/me/messages/${ID}/send`) return this.#deliver(response, this.#words);
    if (path === `/me/messages/${ID}/attachments`) return json(200, { value: [] })(response, request);
    if (path === `/me/messages/${ID}/$value`) return void response.writeHead(200).end(toMime(this.#words));
    if (method === 'GET') return json(200, this.#message())(response, request);
    this.#isGone = true;
    response.writeHead(204).end();
  }

  #change(change: Partial<Words>): void {
    if (this.#isGone) return;
    this.#words = { ...this.#words, ...change };
    this.#version++;
  }

  #deliver(response: ServerResponse, words: Words): void {
    this.delivered = [...this.delivered, words];
    response.writeHead(202).end();
  }

  #message(): object {
    const { subject, body, to, bcc } = this.#words;
    const people = (addresses: readonly string[]) => addresses.map((address) => ({ emailAddress: { address } }));
    return {
      '@odata.etag': `W/"${this.#version}"`,
      id: ID,
      subject,
      isDraft: true,
      from: { emailAddress: { address: OWNER } },
      toRecipients: people(to),
      bccRecipients: people(bcc),
      uniqueBody: { contentType: 'text', content: body },
      body: { contentType: 'text', content: body },
      internetMessageId: '<draft@barrier.invalid>',
    };
  }
}

/** As Graph gives the MIME of a draft: without Bcc. */
function toMime({ subject, body, to }: Words): string {
  return [`To: ${to.join(', ')}`, `Subject: ${subject}`, 'Message-ID: <draft@barrier.invalid>', '', body].join('\r\n');
}

function readMime(base64: string): Words {
  const mime = Buffer.from(base64, 'base64').toString();
  const [head = '', ...rest] = mime.split('\r\n\r\n');
  const lines = head.replaceAll('\r\n ', ' ').split('\r\n');
  const header = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const list = (name: string) =>
    header(name)
      .split(/[\s,<>]+/)
      .filter((address) => address !== '');
  return { subject: header('Subject'), body: rest.join('\r\n\r\n'), to: list('To'), bcc: list('Bcc') };
}
