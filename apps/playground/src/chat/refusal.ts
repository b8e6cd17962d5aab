export interface Refusal {
  readonly code?: string;
  readonly message: string;
  readonly userAction?: string;
  readonly url?: string;
  /** When the link of an approval is over. */
  readonly endsAt?: string;
}

/** What a tool error says, where it is one of Behalf's; any other text as it is. */
export function refusalIn(text: string): Refusal {
  try {
    const { error } = JSON.parse(text) as { readonly error?: Refusal };
    return error ?? { message: text };
  } catch {
    return { message: text };
  }
}
