/** A person of a seeded tenant. */
export interface TenantUser {
  /** Object id (`oid`), a GUID. */
  readonly id: string;
  readonly tenantId: string;
  /** How commands name the person, as `anna`. */
  readonly key: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
  /** Windows zone name, as `mailboxSettings.timeZone` has it. */
  readonly timeZone: string;
  readonly userType: 'Member' | 'Guest';
  /** Where a guest comes from. */
  readonly homeTenantId?: string;
  readonly appRoles: readonly string[];
}

/** What Graph learns from a good token. */
export interface GraphTokenClaims {
  readonly oid: string;
  readonly tid: string;
  readonly appid: string;
  /** `scp`, split; empty for app-only tokens. */
  readonly scopes: readonly string[];
  readonly appOnly: boolean;
  readonly uti: string;
  readonly clientCapabilities: readonly string[];
}

/** Why Graph refuses a token; `claims` is the raw JSON of a claims challenge (CAE). */
export interface BearerProblem {
  readonly problem:
    'missing' | 'malformed' | 'bad_signature' | 'wrong_audience' | 'expired' | 'revoked' | 'claims_required';
  readonly claims?: string;
}

/** One request a service of the tenant answered; never a token, never content. */
export interface RequestLogEntry {
  readonly time: string;
  readonly service: 'entra' | 'graph' | 'control';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId?: string;
  readonly userId?: string;
  /** Of a token request. */
  readonly grant?: string;
  /** The fault that was injected, when one was. */
  readonly fault?: string;
}

export interface RequestLog {
  add(entry: RequestLogEntry): void;
}
