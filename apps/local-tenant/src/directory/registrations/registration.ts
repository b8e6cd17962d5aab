import { z } from 'zod';

const guid = z.guid();
const name = z.string().min(1).max(256);
/** Entra takes http for loopback only. */
const redirectUri = z.url().regex(/^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/])/);

const permissionScope = z.strictObject({
  id: guid,
  value: z.string().regex(/^[\w.:!#$%&'()*+,/;=?@[\]^{|}~-]{1,120}$/),
  type: z.enum(['User', 'Admin']),
  isEnabled: z.boolean(),
  adminConsentDisplayName: z.string().min(1).max(100),
  adminConsentDescription: z.string().min(1).max(850),
  userConsentDisplayName: z.string().max(100).nullish(),
  userConsentDescription: z.string().max(850).nullish(),
});

/** What of an `application` can be written here (resources/application of Microsoft Graph). */
export const registrationBody = z.strictObject({
  displayName: name.optional(),
  uniqueName: z.string().min(1).max(120).optional(),
  signInAudience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']).optional(),
  serviceManagementReference: z.string().max(256).nullish(),
  identifierUris: z.array(z.string().regex(/^(api|https):\/\/./)).optional(),
  api: z
    .strictObject({
      requestedAccessTokenVersion: z.union([z.literal(1), z.literal(2)]).nullish(),
      oauth2PermissionScopes: z.array(permissionScope).optional(),
      knownClientApplications: z.array(guid).optional(),
      preAuthorizedApplications: z
        .array(z.strictObject({ appId: guid, delegatedPermissionIds: z.array(guid) }))
        .optional(),
    })
    .optional(),
  web: z.strictObject({ redirectUris: z.array(redirectUri).max(256).optional() }).optional(),
  requiredResourceAccess: z
    .array(
      z.strictObject({
        resourceAppId: guid,
        resourceAccess: z.array(z.strictObject({ id: guid, type: z.enum(['Scope', 'Role']) })),
      }),
    )
    .optional(),
});

export type RegistrationBody = z.output<typeof registrationBody>;
export type PermissionScope = z.output<typeof permissionScope>;

/** As Graph shows it, but for the secret itself, which only `addPassword` does. */
export interface PasswordCredential {
  readonly keyId: string;
  readonly displayName: string | null;
  readonly hint: string;
  readonly startDateTime: string;
  readonly endDateTime: string;
  readonly secretText: string;
}

export const federatedBody = z.strictObject({
  name: z.string().regex(/^[\w-]{3,120}$/),
  issuer: z.url(),
  subject: z.string().min(1).max(600),
  audiences: z.array(z.string()).length(1),
  description: z.string().max(600).optional(),
});

/** An app registration: what the management endpoints of Graph keep of it. */
export interface Registration {
  readonly id: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly createdDateTime: string;
  readonly uniqueName: string | null;
  readonly displayName: string;
  readonly signInAudience: string;
  readonly serviceManagementReference?: string | null;
  readonly identifierUris: readonly string[];
  readonly api: {
    readonly requestedAccessTokenVersion: 1 | 2 | null;
    readonly oauth2PermissionScopes: readonly PermissionScope[];
    readonly knownClientApplications: readonly string[];
    readonly preAuthorizedApplications: readonly {
      readonly appId: string;
      readonly delegatedPermissionIds: readonly string[];
    }[];
  };
  readonly web: { readonly redirectUris: readonly string[] };
  readonly requiredResourceAccess: NonNullable<RegistrationBody['requiredResourceAccess']>;
  readonly passwordCredentials: readonly PasswordCredential[];
  readonly federated: readonly ({ readonly id: string } & z.output<typeof federatedBody>)[];
  /** Object id of its service principal, once there is one. */
  readonly principalId?: string;
}

/** A delegated permission that a client was granted for everybody or for one person (`oAuth2PermissionGrant`). */
export const grantBody = z.strictObject({
  clientId: z.string(),
  consentType: z.enum(['AllPrincipals', 'Principal']),
  principalId: z.string().nullish(),
  resourceId: z.string(),
  scope: z.string(),
});

export type PermissionGrant = z.output<typeof grantBody> & { readonly id: string; readonly tenantId: string };
