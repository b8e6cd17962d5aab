import { type CallLimits, DomainError } from '@app/domain';
import { asTransferFailure, mayGoOn, assertOk } from './transfer.js';

/** Asks for content, with headers that name a part of it where only that is wanted. */
export type ContentSource = (headers: Record<string, string>) => Promise<Response>;

/** Content as a stream into memory up to a limit; what a broken connection left out is asked for again, by range. */
export async function download(ask: ContentSource, maxBytes: number, limits: CallLimits): Promise<Uint8Array> {
  const received = new Received(maxBytes);
  for (let attempt = 1; ; attempt++) {
    try {
      await received.take(await assertOk(await ask(received.whatIsMissing)));
      return received.bytes;
    } catch (error) {
      if (!mayGoOn(error, attempt, limits)) throw asTransferFailure(error, limits);
    }
  }
}

class Received {
  readonly #maxBytes: number;
  #chunks: Uint8Array[] = [];
  #length = 0;
  #etag: string | null = null;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  /** RFC 9110, 13.1.5: with `If-Range`, a file that was changed comes whole. Without an ETag all is asked for again. */
  get whatIsMissing(): Record<string, string> {
    if (this.#length === 0 || this.#etag === null) return {};
    return { range: `bytes=${this.#length}-`, 'if-range': this.#etag };
  }

  async take(response: Response): Promise<void> {
    if (response.status !== 206) this.#startAgain(response);
    if (Number(response.headers.get('content-length')) + this.#length > this.#maxBytes) await this.#refuse(response);
    for await (const chunk of response.body ?? []) {
      this.#length += chunk.byteLength;
      if (this.#length > this.#maxBytes) throw tooBig(this.#maxBytes);
      this.#chunks.push(chunk);
    }
  }

  #startAgain({ headers }: Response): void {
    this.#chunks = [];
    this.#length = 0;
    this.#etag = headers.get('etag')?.startsWith('"') ? headers.get('etag') : null;
  }

  async #refuse(response: Response): Promise<never> {
    await response.body?.cancel();
    throw tooBig(this.#maxBytes);
  }
}

/** The refusal of a file that is more than may be read. */
export function tooBig(maxBytes: number): DomainError {
  return new DomainError('not_allowed', `The file is bigger than the ${maxBytes} bytes that can be read here.`, {
    userAction: 'Open it in the browser by its webUrl.',
  });
}
