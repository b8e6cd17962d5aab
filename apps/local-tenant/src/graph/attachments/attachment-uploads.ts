import { randomUUID } from 'node:crypto';
import { type Request, type Response, type Router, raw } from 'express';
import { GraphError, badRequest, itemNotFound } from '../errors.js';

const PATH = '/api/v2.0/attachmentSessions/:session';
const LIFETIME_MS = 24 * 60 * 60 * 1000;
/** What one request may bring. */
const MOST_BYTES = 4 * 1024 * 1024;

interface Session {
  readonly size: number;
  readonly until: Date;
  readonly parts: Buffer[];
  /** Attaches the file; gives where it is then. */
  readonly commit: (content: Buffer) => string;
}

/** Files on their way to be attached, part by part, by addresses that need no token. */
export class AttachmentUploads {
  readonly #open = new Map<string, Session>();
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** The session as it is told to who asked for it. */
  start(origin: string, size: number, commit: Session['commit']) {
    const id = randomUUID();
    const until = new Date(this.#clock().getTime() + LIFETIME_MS);
    this.#open.set(id, { size, until, parts: [], commit });
    const uploadUrl = `${origin}${PATH.replace(':session', id)}?authtoken=${randomUUID()}`;
    return { uploadUrl, expirationDateTime: until.toISOString(), nextExpectedRanges: ['0-'] };
  }

  mount(router: Router): void {
    const bytes = raw({ type: () => true, limit: MOST_BYTES });
    router.put(PATH, bytes, (request, response) => this.#put(request, response));
    router.delete(PATH, (request, response) => {
      this.#find(request);
      this.#open.delete(idOf(request));
      response.status(204).end();
    });
  }

  reset(): void {
    this.#open.clear();
  }

  #put(request: Request, response: Response): void {
    const session = this.#find(request);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    requireNext(session, request.get('content-range'), body);
    session.parts.push(body);
    const received = receivedOf(session);
    if (received < session.size) {
      response.json({ ExpirationDateTime: session.until.toISOString(), nextExpectedRanges: [String(received)] });
      return;
    }
    this.#open.delete(idOf(request));
    response
      .status(201)
      .set('Location', session.commit(Buffer.concat(session.parts)))
      .end();
  }

  /** @throws GraphError 401 for a token, which does not belong here; 404 for a session that is done, cancelled or too old */
  #find(request: Request): Session {
    if (request.get('authorization') !== undefined) {
      throw new GraphError(401, 'InvalidAuthenticationToken', 'The address of an upload is not to be sent a token.');
    }
    const found = this.#open.get(idOf(request));
    if (!found || found.until < this.#clock()) throw itemNotFound();
    return found;
  }
}

function requireNext(session: Session, header: string | undefined, body: Buffer): void {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header ?? '') ?? [];
  const isNext = Number(first) === receivedOf(session) && Number(total) === session.size;
  if (isNext && Number(last) < session.size && Number(last) + 1 - Number(first) === body.length) return;
  throw badRequest('ErrorInvalidRange', 'The Content-Range is not the one that is expected next.');
}

function receivedOf({ parts }: Session): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function idOf({ params }: Request): string {
  return String(params['session'] ?? '');
}
