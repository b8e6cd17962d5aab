/** What a script can tell from the exit code. */
export const EXIT = {
  answered: 0,
  /** The agent or one of its tools failed. */
  failed: 1,
  usage: 2,
  /** The person could not be signed in, or Foundry refused the sign-in. */
  signIn: 3,
  /** A person has to open the consent link first. */
  consentNeeded: 4,
  /** A person has to approve a tool call first. */
  approvalNeeded: 5,
  /** Ctrl-C, as shells count it: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the program with a code and a sentence for the person. */
export class ChatError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
