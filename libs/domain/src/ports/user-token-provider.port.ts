import type { Caller } from '../caller.js';
import type { UserToken } from '../token.js';
import type { CallLimits } from '../user-call.js';

export interface UserTokenRequest {
  readonly caller: Caller;
  /** Delegated Graph scopes, as short names. */
  readonly scopes: readonly string[];
  readonly limits: CallLimits;
}

/** Turns the token a person came in with into a Graph token of that same person. */
export abstract class UserTokenProvider {
  /**
   * A Graph token with at least the scopes asked for.
   * @throws DomainError `consent_required`, `interaction_required`, `invalid_token`, … when Entra or Graph says no
   */
  abstract tokenFor(request: UserTokenRequest): Promise<UserToken>;
}
