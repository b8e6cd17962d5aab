import type { Request, Response, Router } from 'express';
import type { FileContent } from '../content/file-content.js';
import type { Scratch } from '../content/temp-files.js';
import { GraphError } from '../../errors.js';
import { invalidRequest, noSuchItem } from '../drive-errors.js';
import type { DriveStore } from '../drive-store.js';
import { itemResource } from '../item-view.js';
import { readContentRange } from './content-range.js';
import { type Committed, UploadSession } from './upload-session.js';

const PATH = '/_api/v2.0/uploadSession';

interface Open {
  readonly drive: DriveStore;
  readonly session: UploadSession;
}

/** Uploads in parts by addresses that need no token, each until it is done, cancelled or a day old. */
export class UploadSessions {
  readonly #open = new Map<string, Open>();
  readonly #scratch: Scratch;
  readonly #clock: () => Date;

  constructor(scratch: Scratch, clock: () => Date) {
    this.#scratch = scratch;
    this.#clock = clock;
  }

  /** The session as it is told to who asked for it. */
  start(origin: string, drive: DriveStore, commit: (content: FileContent) => Committed) {
    const session = new UploadSession(this.#scratch, this.#clock(), commit);
    this.#open.set(session.id, { drive, session });
    return { uploadUrl: `${origin}${PATH}?tempauth=${session.id}`, ...session.status };
  }

  mount(router: Router): void {
    router.get(PATH, (request, response) => void response.json(this.#find(request).session.status));
    router.put(PATH, (request, response) => this.#put(request, response));
    router.delete(PATH, (request, response) => {
      this.#open.delete(this.#find(request).session.id);
      response.status(204).end();
    });
  }

  reset(): void {
    this.#open.clear();
  }

  async #put(request: Request, response: Response): Promise<void> {
    const { drive, session } = this.#find(request);
    const range = readContentRange(request.get('content-range'));
    if (Number(request.get('content-length') ?? range.length) !== range.length) throw lengthDiffers();
    const done = await session.take(request, range, this.#clock()).finally(() => {
      if (session.isDone) this.#open.delete(session.id);
    });
    if (done) response.status(done.status).json(itemResource(drive, done.item));
    else response.status(202).json(session.status);
  }

  /** @throws GraphError 401 for a token, which does not belong here; 404 for a session that is done, cancelled, too old or none */
  #find(request: Request): Open {
    if (request.get('authorization') !== undefined) throw tokenSent();
    const id = new URL(request.originalUrl, 'https://localhost').searchParams.get('tempauth') ?? '';
    const found = this.#open.get(id);
    if (!found || found.session.isOver(this.#clock())) throw noSuchItem();
    return found;
  }
}

function lengthDiffers(): GraphError {
  return invalidRequest('The body is not as long as its Content-Range says.');
}

function tokenSent(): GraphError {
  return new GraphError(401, 'unauthenticated', 'The address of an upload is not to be sent an Authorization header.');
}
