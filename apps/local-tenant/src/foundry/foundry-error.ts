/** What the Responses API tells of an error beside its code and message. */
export interface ErrorDetails {
  /** The part of the request that is wrong. */
  readonly param?: string;
}

/** An answer of Foundry that is an error. */
export class FoundryError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}

/** What a project has none of, by the code that its data plane uses. */
export function notFound(message: string): FoundryError {
  return new FoundryError(404, 'not_found', message);
}
