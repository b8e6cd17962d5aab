import type { ApiScope } from '../../plan/api-scopes.js';
import type { ResourceAccess } from '../../plan/applications.js';

export interface PreAuthorized {
  readonly appId: string;
  readonly delegatedPermissionIds: readonly string[];
}

export interface Password {
  readonly keyId: string;
  readonly displayName: string | null;
  /** The first three characters. */
  readonly hint: string | null;
  readonly endDateTime?: string | null;
}

/** A scope as somebody else may have made it. */
export type ExistingScope = Pick<ApiScope, 'id' | 'value'> & { readonly isEnabled: boolean };

/** An app registration as Graph shows it, as far as this kit looks at it. */
export interface RegisteredApplication {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly identifierUris: readonly string[];
  readonly api: {
    readonly requestedAccessTokenVersion: number | null;
    readonly oauth2PermissionScopes: readonly ExistingScope[];
    readonly knownClientApplications: readonly string[];
    readonly preAuthorizedApplications: readonly PreAuthorized[];
  };
  readonly web: { readonly redirectUris: readonly string[] };
  readonly requiredResourceAccess: readonly ResourceAccess[];
  readonly passwordCredentials: readonly Password[];
}

/** An application that a dry run did not make. */
export function notYet(appId: string, displayName: string): RegisteredApplication {
  return {
    id: '',
    appId,
    displayName,
    identifierUris: [],
    api: {
      requestedAccessTokenVersion: null,
      oauth2PermissionScopes: [],
      knownClientApplications: [],
      preAuthorizedApplications: [],
    },
    web: { redirectUris: [] },
    requiredResourceAccess: [],
    passwordCredentials: [],
  };
}
