import type { Caller } from '../call/caller.js';
import type { RejectedToken, UserToken } from '../call/token.js';
import type { CallLimits } from '../call/user-context.js';

/** Whose token is wanted, for which scopes. */
export interface UserTokenRequest {
  readonly caller: Caller;
  /** App ID URI of the API that the token is for. Default: Microsoft Graph. */
  readonly resource?: string;
  /** Delegated scopes of that API, as short names. */
  readonly scopes: readonly string[];
  readonly limits: CallLimits;
  /** The token that the API refused, when another is wanted in its place. */
  readonly refused?: RejectedToken;
}

/** Turns the token a person came in with into a token of that same person for Graph or another API. */
export abstract class UserTokenProvider {
  /**
   * A token with at least the scopes asked for. In place of a refused one: another, or the same when there is no other.
   * @throws DomainError `consent_required`, `interaction_required`, `invalid_token`, … when Entra or Graph says no
   */
  abstract tokenFor(request: UserTokenRequest): Promise<UserToken>;
}
