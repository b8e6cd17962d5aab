import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import { GraphError } from '../../errors.js';
import { noSuchItem } from '../drive-errors.js';
import type { DriveStore } from '../drive-store.js';
import { itemEtag } from '../item-view.js';
import type { FileContent } from './file-content.js';

const PATH = '/_layouts/15/download.aspx';
const LIFETIME_MS = 60 * 60 * 1000;

interface Ticket {
  readonly drive: DriveStore;
  readonly itemId: string;
  readonly until: number;
}

/** Pre-authenticated addresses of contents: who has one needs no token, for an hour. */
export class Downloads {
  readonly #tickets = new Map<string, Ticket>();
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  addressOf(origin: string, drive: DriveStore, itemId: string): string {
    const id = randomUUID();
    this.#tickets.set(id, { drive, itemId, until: this.#clock().getTime() + LIFETIME_MS });
    return `${origin}${PATH}?tempauth=${id}`;
  }

  mount(router: Router): void {
    router.get(PATH, (request, response) => this.#answer(request, response));
  }

  async #answer(request: Request, response: Response): Promise<void> {
    const id = new URL(request.originalUrl, 'https://localhost').searchParams.get('tempauth') ?? '';
    const ticket = this.#tickets.get(id);
    if (!ticket || ticket.until < this.#clock().getTime()) {
      throw new GraphError(401, 'unauthenticated', 'The download address is no longer valid.');
    }
    const item = ticket.drive.find(ticket.itemId);
    if (!item.content) throw noSuchItem();
    response.set({ 'Content-Type': item.contentType, 'Accept-Ranges': 'bytes', ETag: itemEtag(item) });
    await sendRange(request, response, item.content);
  }
}

/** All of it, or the one range asked for (RFC 9110, 14); a range of what has changed since is all of it (13.1.5). */
async function sendRange(request: Request, response: Response, content: FileContent): Promise<void> {
  const condition = request.get('if-range');
  const isSame = condition === undefined || condition === response.get('etag');
  const ranges = isSame ? request.range(content.size) : undefined;
  if (ranges === -1) {
    response.status(416).set('Content-Range', `bytes */${content.size}`).end();
    return;
  }
  const range = Array.isArray(ranges) && ranges.length === 1 ? ranges[0] : undefined;
  const [start, end] = range ? [range.start, range.end + 1] : [0, content.size];
  if (range) response.status(206).set('Content-Range', `bytes ${start}-${end - 1}/${content.size}`);
  response.set('Content-Length', String(end - start));
  if (start === end) return void response.end();
  await pipeline(Readable.from(content.read(start, end)), response).catch(() => response.destroy());
}
