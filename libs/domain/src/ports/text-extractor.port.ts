import type { CallLimits } from '../call/user-context.js';

/** A file whose text is wanted. */
export interface DocumentFile {
  readonly name: string;
  readonly contentType?: string;
  /** Or how to get it, which is asked once there is room for it; it must stop at `maxBytes` of the extractor. */
  readonly content: Uint8Array | (() => Promise<Uint8Array>);
}

/** The text of a document. */
export interface ExtractedText {
  readonly text: string;
  /** The document has more text than is ever extracted. */
  readonly truncated: boolean;
  /** Our own sentences: what the text leaves out, or why there is none. */
  readonly notes?: readonly string[];
}

/** Gets the text out of documents that other people wrote, so never trusting them. */
export abstract class TextExtractor {
  /** Whether files of this name and type can have text that is got out: Word, Excel, PowerPoint, PDF and plain text. */
  abstract reads(file: Pick<DocumentFile, 'name' | 'contentType'>): boolean;

  /** Bytes of the largest file that is looked into. */
  abstract readonly maxBytes: number;

  /**
   * The text, with a heading line for each page, sheet or slide.
   * @throws DomainError `not_allowed` when it cannot be read (broken, encrypted, or meant to exhaust the reader), `temporarily_unavailable` when too many are being read, and what getting the content throws
   */
  abstract textOf(file: DocumentFile, limits: Pick<CallLimits, 'signal' | 'person'>): Promise<ExtractedText>;
}
