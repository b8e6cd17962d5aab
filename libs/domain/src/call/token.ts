/** A credential that cannot end up in a log or an answer by accident: printing, joining or serialising it shows no value. */
abstract class Token {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The token itself, for an `Authorization` header or a token request and nothing else. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[token]';
  }

  toJSON(): string {
    return '[token]';
  }
}

/** The token the caller sent to us (RFC 6750). Never a credential for Graph, except where passthrough was chosen. */
export class BearerToken extends Token {
  declare readonly kind: 'bearer';
}

/** A Graph access token of the signed-in user, as a `UserTokenProvider` gives it. */
export class UserToken extends Token {
  declare readonly kind: 'user';
}

/** A token Graph did not accept, and the claims (JSON) that the next one must satisfy, where Graph named them. */
export interface RejectedToken {
  readonly token: UserToken;
  readonly claims?: string;
}
