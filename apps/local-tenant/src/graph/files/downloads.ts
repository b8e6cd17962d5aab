import { randomUUID } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { GraphError } from '../errors.js';

const PATH = '/_layouts/15/download.aspx';
const LIFETIME_MS = 60 * 60 * 1000;

interface Ticket {
  readonly content: Buffer;
  readonly contentType: string;
  readonly until: number;
}

/** Pre-authenticated addresses of contents: who has one needs no token, for an hour. */
export class Downloads {
  readonly #tickets = new Map<string, Ticket>();
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  addressOf(origin: string, content: Buffer, contentType: string): string {
    const id = randomUUID();
    this.#tickets.set(id, { content, contentType, until: this.#clock().getTime() + LIFETIME_MS });
    return `${origin}${PATH}?tempauth=${id}`;
  }

  mount(router: Router): void {
    router.get(PATH, (request, response) => this.#answer(request, response));
  }

  #answer(request: Request, response: Response): void {
    const id = new URL(request.originalUrl, 'https://localhost').searchParams.get('tempauth') ?? '';
    const ticket = this.#tickets.get(id);
    if (!ticket || ticket.until < this.#clock().getTime()) {
      throw new GraphError(401, 'unauthenticated', 'The download address is no longer valid.');
    }
    response.set({ 'Content-Type': ticket.contentType, 'Accept-Ranges': 'bytes' });
    sendRange(request, response, ticket.content);
  }
}

/** All of it, or the one range asked for (RFC 9110, 14). */
function sendRange(request: Request, response: Response, content: Buffer): void {
  const ranges = request.range(content.length);
  if (ranges === -1) {
    response.status(416).set('Content-Range', `bytes */${content.length}`).end();
    return;
  }
  const range = Array.isArray(ranges) && ranges.length === 1 ? ranges[0] : undefined;
  if (!range) {
    response.set('Content-Length', String(content.length)).end(content);
    return;
  }
  const part = content.subarray(range.start, range.end + 1);
  response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${content.length}`);
  response.set('Content-Length', String(part.length)).end(part);
}
