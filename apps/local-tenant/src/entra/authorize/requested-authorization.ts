import type { Application, Resource } from '../../directory/applications.js';
import type { Tenant } from '../../directory/tenants.js';
import type { RequestedScopes } from '../scopes/requested-scopes.js';

export type ResponseMode = 'query' | 'fragment' | 'form_post';

/** Where the answer goes. */
export interface ReplyTo {
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state?: string;
}

/** Scopes of one resource that a consent page asks for. */
export interface RequestedConsent {
  readonly resource: Resource;
  readonly names: readonly string[];
}

/** An administrator's consent for the whole tenant, without a sign-in of the client. */
export interface AdminConsentRequest extends ReplyTo {
  readonly kind: 'admin_consent';
  readonly tenant?: Tenant;
  readonly client: Application;
  readonly requested: readonly RequestedConsent[];
  /** The `scope` parameter, which the answer repeats. */
  readonly scope?: string;
}

/** An authorization request that is in order. */
export interface CodeRequest extends ReplyTo {
  readonly kind: 'code';
  /** Absent under `organizations` and `common`. */
  readonly tenant?: Tenant;
  readonly client: Application;
  readonly scopes: RequestedScopes;
  readonly prompt?: string;
  readonly loginHint?: string;
  readonly nonce?: string;
  readonly challenge?: { readonly value: string; readonly method: string };
  readonly capabilities: readonly string[];
  readonly acrs: readonly string[];
  readonly wantsClaims: boolean;
}

export type AuthorizationRequest = CodeRequest | AdminConsentRequest;
