/** Notes of a result: those there are, or nothing. */
export function notesOf(...notes: readonly (string | undefined)[]): string[] | undefined {
  const told = notes.filter((note) => note !== undefined);
  return told.length > 0 ? told : undefined;
}
