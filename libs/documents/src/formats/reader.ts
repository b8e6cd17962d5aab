/** What is known beside the bytes. */
export interface Hints {
  /** As a header named it, when one did. */
  readonly charset?: string;
  /** Characters after which a reader may stop. */
  readonly mostText: number;
}

export type Reader = (content: Uint8Array, hints: Hints) => string | Promise<string>;
