import type { TextOut } from './text-out.js';

/** What is known beside the bytes. */
export interface Hints {
  /** As a header named it, when one did. */
  readonly charset?: string;
}

/**
 * Writes the text of a document.
 * @throws Unreadable, and what `out` throws when it is full
 */
export type Reader = (content: Uint8Array, out: TextOut, hints: Hints) => void | Promise<void>;
