import type { DocumentKind } from '../formats/kinds.js';

/** What the worker is started with. */
export interface Job {
  readonly kind: DocumentKind;
  readonly content: Uint8Array;
  /** Characters. */
  readonly mostText: number;
}

/** What it says before it ends; `why` is a sentence for the agent. */
export type Outcome = { readonly text: string; readonly truncated: boolean } | { readonly why: string };
