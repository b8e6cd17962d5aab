/** How the tenant differs from its defaults; each is a configuration that real tenants have. */
export interface SwitchValues {
  /** The API's `requestedAccessTokenVersion`. */
  readonly accessTokenVersion: 1 | 2;
  /** The form of `aud` in the API's v1 tokens: its Application ID URI, or (optional claim `aud`) its client id. */
  readonly v1Audience: 'uri' | 'id';
  readonly graphAudience: 'uri' | 'id';
  /** Optional claim `idtyp`: in app-only tokens, or in people's too (`include_user_token`). */
  readonly includeIdtyp: 'never' | 'app' | 'always';
  /** Optional claim `acct`. */
  readonly includeAcct: boolean;
  /** Errors come without `suberror`, as Entra sends some of them. */
  readonly omitSuberror: boolean;
  /** A `resource` that is not the scopes' own is refused (9010010), or any is (901002), as before March 2026. */
  readonly resourceParameter: 'matching' | 'refused';
}

export const DEFAULT_SWITCHES: SwitchValues = {
  accessTokenVersion: 2,
  v1Audience: 'uri',
  graphAudience: 'uri',
  includeIdtyp: 'never',
  includeAcct: false,
  omitSuberror: false,
  resourceParameter: 'matching',
};

export class Switches {
  #values = DEFAULT_SWITCHES;

  get values(): SwitchValues {
    return this.#values;
  }

  change(change: Partial<SwitchValues>): SwitchValues {
    this.#values = { ...this.#values, ...change };
    return this.#values;
  }

  reset(): void {
    this.#values = DEFAULT_SWITCHES;
  }
}
