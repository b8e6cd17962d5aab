import type { Scope } from '../scopes/scope-definitions.js';
import { isGranted } from '../scopes/scopes.js';
import { type Caller, personOf } from './caller.js';
import type { RejectedToken, UserToken } from './token.js';

/** The limits of the request being served; they travel as an argument with every call made for it. */
export interface CallLimits {
  /** Aborted when the client went away. */
  readonly signal: AbortSignal;
  /** When an answer is of no use any more, in milliseconds since the epoch by the system's clock. */
  readonly deadline: number;
  /** Correlates our log, the audit record and Graph's `client-request-id`. */
  readonly traceId: string;
  /** Whose call it is (`personOf`): what people share is shared fairly by it. */
  readonly person?: string;
}

/** Whose call it is, as `Caller` has it. */
export type PersonKey = Pick<Caller, 'tenantId' | 'objectId'>;

/** What else of a call its contexts share. */
export interface Surroundings {
  /** Gets the id under which Graph logged the last request. */
  readonly trace?: { requestId?: string };
  /** Scopes of all APIs that the call has tokens for. Default: those of the context's own. */
  readonly granted?: readonly string[];
  /** The same person at another API of the call. */
  readonly at?: (resource: string) => UserContext;
  /** Where another token comes from when Graph refuses the first. */
  readonly renew?: (refused: RejectedToken) => Promise<UserToken>;
}

/** What an adapter needs to act as the person: their token and the limits of the request. */
export class UserContext {
  /** `<tenant id>/<object id>`: the key for whatever an adapter keeps of a person. It opens nothing. */
  readonly personKey: string;
  #token: UserToken;
  #renewal: Promise<UserToken> | undefined;
  readonly #surroundings: Surroundings;

  constructor(
    person: PersonKey,
    token: UserToken,
    readonly scopes: readonly string[],
    readonly limits: CallLimits,
    surroundings: Surroundings = {},
  ) {
    this.personKey = personOf(person);
    this.#token = token;
    this.#surroundings = surroundings;
  }

  get token(): UserToken {
    return this.#token;
  }

  /** Whether the call has a token for this scope or one that implies it. */
  may(scope: Scope): boolean {
    return isGranted(this.#surroundings.granted ?? this.scopes, scope);
  }

  /**
   * The same person at another API; where nobody arranged for one, as in tests of adapters, this very context.
   * @throws Error where the tool declares no scope of that API
   */
  at(resource: string): UserContext {
    return this.#surroundings.at?.(resource) ?? this;
  }

  /** To be told of every answer of Graph. */
  recordRequestId(requestId: string | null | undefined): void {
    if (requestId && this.#surroundings.trace) this.#surroundings.trace.requestId = requestId;
  }

  /** The token to try again with after Graph refused one, renewed once in a call; undefined when there is no other. */
  async renewToken(refused: RejectedToken): Promise<UserToken | undefined> {
    this.#renewal ??= this.#surroundings.renew?.(refused);
    const token = await this.#renewal;
    if (token) this.#token = token;
    return token?.reveal() === refused.token.reveal() ? undefined : token;
  }
}
