import {
  type CallLimits,
  cutText,
  type DocumentFile,
  type ExtractedText,
  FairPlaces,
  NoPlace,
  TextExtractor,
} from '@app/domain';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DocumentsConfig, type ExtractionLimits } from './documents.config.js';
import { charsetOf, kindOf } from './formats/kinds.js';
import { ProcessEnded } from './process/document-process.js';
import type { Job, Outcome } from './process/job.js';
import { ProcessPool } from './process/process-pool.js';
import { busy, cancelled, ended, unreadable } from './reading-errors.js';

const ENTRY = new URL('./process/read-document.process.js', import.meta.url);

type Reading = Pick<CallLimits, 'signal' | 'person'>;

/** Reads documents in processes of their own, which end when they take too long or too much memory; the server lives. */
@Injectable()
export class ProcessTextExtractor extends TextExtractor implements OnModuleDestroy {
  readonly #limits: ExtractionLimits;
  readonly #places: FairPlaces;
  readonly #pool: ProcessPool;

  constructor({ limits, entry = ENTRY }: DocumentsConfig) {
    super();
    this.#limits = limits;
    this.#places = new FairPlaces(limits);
    this.#pool = new ProcessPool({ entry, megabytes: limits.megabytes });
  }

  override get maxBytes(): number {
    return this.#limits.maxBytes;
  }

  override reads(file: Pick<DocumentFile, 'name' | 'contentType'>): boolean {
    return kindOf(file) !== undefined;
  }

  override async textOf(file: DocumentFile, reading: Reading): Promise<ExtractedText> {
    const kind = kindOf(file);
    if (kind === undefined) throw unreadable('The text of this kind of file cannot be read here.');
    const { maxBytes, maxCharacters } = this.#limits;
    const outcome = await this.#inPlace(reading, async () => {
      const content = typeof file.content === 'function' ? await file.content() : file.content;
      if (content.length > maxBytes) throw unreadable('The file is too large to be read here.');
      const job = { kind, bytes: content.length, charset: charsetOf(file.contentType), maxCharacters };
      return this.#run(job, content, reading);
    });
    if ('why' in outcome) throw unreadable(outcome.why);
    // The reader counts, and may have cut within a character.
    return { ...outcome, text: cutText(outcome.text, maxCharacters) };
  }

  onModuleDestroy(): void {
    this.#pool.close();
  }

  async #inPlace<Result>({ person = '', signal }: Reading, work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.#places.run(person, signal, work);
    } catch (error) {
      if (error instanceof NoPlace) throw busy(error);
      throw error === signal.reason ? cancelled() : error;
    }
  }

  async #run(job: Job, content: Uint8Array, { person = '', signal }: Reading): Promise<Outcome> {
    const process = this.#pool.take(person);
    const stop = AbortSignal.any([signal, AbortSignal.timeout(this.#limits.milliseconds)]);
    try {
      return await process.read(job, content, stop);
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof ProcessEnded ? ended(error) : error;
    } finally {
      this.#pool.giveBack(process);
    }
  }
}
