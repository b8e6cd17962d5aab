import type { DocumentKind } from '../formats/kinds.js';
import type { Hints } from '../formats/reader.js';

/** What a process is told to read; the bytes themselves come through its standard input. */
export interface Job extends Hints {
  readonly kind: DocumentKind;
  readonly bytes: number;
  readonly maxCharacters: number;
}

/** What it answers; `why` is a sentence for the agent. */
export type Outcome =
  { readonly text: string; readonly truncated: boolean; readonly notes?: readonly string[] } | { readonly why: string };
