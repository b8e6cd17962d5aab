/** The command was called wrongly; its message says what to write instead. */
export class UsageError extends Error {}
