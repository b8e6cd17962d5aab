import { cutText, type DocumentFile, DomainError, type ExtractedText, TextExtractor } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { charsetOf, kindOf } from './formats/kinds.js';
import type { Job, Outcome } from './worker/job.js';

/** What reading one document may cost. */
export interface ExtractionLimits {
  readonly maxBytes: number;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
  /** Characters. */
  readonly maxCharacters: number;
  /** Documents read at the same time; others are told to come again. */
  readonly maxConcurrent: number;
}

export const EXTRACTION_LIMITS: ExtractionLimits = {
  maxBytes: 25 * 1024 * 1024,
  milliseconds: 20_000,
  heapMegabytes: 384,
  maxCharacters: 2_000_000,
  maxConcurrent: 4,
};

const RETRY_AFTER_SECONDS = 5;
const CANNOT = 'The file is damaged, or cannot be read here.';
const OPEN_IT = 'Open the file in its own program.';

/** Reads each document in a thread of its own, which is ended when it takes too long or too much memory. */
@Injectable()
export class WorkerTextExtractor extends TextExtractor {
  readonly #limits: ExtractionLimits;
  #running = 0;

  constructor(limits: ExtractionLimits = EXTRACTION_LIMITS) {
    super();
    this.#limits = limits;
  }

  override get maxBytes(): number {
    return this.#limits.maxBytes;
  }

  override reads(file: Pick<DocumentFile, 'name' | 'contentType'>): boolean {
    return kindOf(file) !== undefined;
  }

  override async textOf(file: DocumentFile, signal: AbortSignal): Promise<ExtractedText> {
    const kind = kindOf(file);
    if (kind === undefined) throw unreadable('Files of this kind have no text that can be read here.');
    if (file.content.length > this.#limits.maxBytes) throw unreadable('The file is too large to be read here.');
    if (this.#running >= this.#limits.maxConcurrent) throw busy();
    this.#running++;
    try {
      const { maxCharacters } = this.#limits;
      const outcome = await this.#run(
        { kind, content: file.content, charset: charsetOf(file.contentType), maxCharacters },
        signal,
      );
      if ('why' in outcome) throw unreadable(outcome.why);
      // The worker counts, and may have cut within a character.
      return { ...outcome, text: cutText(outcome.text, maxCharacters) };
    } finally {
      this.#running--;
    }
  }

  async #run(job: Job, signal: AbortSignal): Promise<Outcome> {
    const worker = new Worker(new URL('./worker/read-document.worker.js', import.meta.url), {
      workerData: job,
      // Nothing of the server's own: a document has no business with it.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMegabytes },
    });
    const timeLimit = AbortSignal.timeout(this.#limits.milliseconds);
    try {
      return await outcomeOf(worker, AbortSignal.any([signal, timeLimit]), timeLimit);
    } finally {
      await worker.terminate();
    }
  }
}

function outcomeOf(worker: Worker, stop: AbortSignal, timeLimit: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (cause) => reject(unreadable(whyEnded(cause), cause)));
    worker.once('exit', () => reject(unreadable(CANNOT)));
    const onStop = () => reject(timeLimit.aborted ? unreadable('The file takes too long to read.') : cancelled());
    if (stop.aborted) onStop();
    else stop.addEventListener('abort', onStop, { once: true });
  });
}

/** Of a thread that ended by itself: its heap was full, or a parser threw where nobody waits for it. */
function whyEnded(cause: unknown): string {
  const { code } = Object(cause) as { readonly code?: unknown };
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'The file takes too much memory to read.' : CANNOT;
}

function unreadable(message: string, cause?: unknown): DomainError {
  return new DomainError('not_allowed', message, { userAction: OPEN_IT, cause });
}

function cancelled(): DomainError {
  return new DomainError('cancelled', 'The call was cancelled.');
}

function busy(): DomainError {
  return new DomainError('temporarily_unavailable', 'Too many documents are being read.', {
    userAction: 'Try again in a few seconds.',
    retryAfter: RETRY_AFTER_SECONDS,
  });
}
