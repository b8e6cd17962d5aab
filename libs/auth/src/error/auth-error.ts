import type { AuthErrorReason } from './auth-error-reason.js';

export interface AuthErrorDetails {
  /** What happened and what to do, where there is more to say than the reason tells. */
  readonly description?: string;
  /** What the caller would have needed, as short names. */
  readonly scopes?: readonly string[];
  /** What was used: names of the catalog, with spaces between them. */
  readonly used?: Readonly<Partial<Record<'tool' | 'prompt' | 'resource', string>>>;
  /** The client that is not allowed, for the operator who may want to allow it. */
  readonly clientId?: string;
  /** JSON that the next sign-in must satisfy, in the tenant it is for. */
  readonly claims?: { readonly json: string; readonly tenantId: string };
  /** Seconds. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A request that is not let in, and why. What the caller sees of it, the application decides. */
export class AuthError extends Error {
  override readonly name = 'AuthError';

  constructor(
    readonly reason: AuthErrorReason,
    readonly details: AuthErrorDetails = {},
  ) {
    super(details.description ?? reason, { cause: details.cause });
  }
}
