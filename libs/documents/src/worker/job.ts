import type { DocumentKind } from '../formats/kinds.js';
import type { Hints } from '../formats/reader.js';

/** What the worker is started with. */
export interface Job extends Hints {
  readonly kind: DocumentKind;
  readonly content: Uint8Array;
  /** Characters. */
  readonly maxCharacters: number;
}

/** What it says before it ends; `why` is a sentence for the agent. */
export type Outcome =
  { readonly text: string; readonly truncated: boolean; readonly notes?: readonly string[] } | { readonly why: string };
