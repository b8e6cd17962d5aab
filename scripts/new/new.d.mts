/** Writes the files of one command; gives their paths, and what is left to do. @throws Error for what cannot be made */
export function makeNew(
  given: readonly string[],
  root: string,
): { readonly written: readonly string[]; readonly said: readonly string[] };

/** The same in the current folder, told on the terminal. */
export function runNew(given: readonly string[]): void;
