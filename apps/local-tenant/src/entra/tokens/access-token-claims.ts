import { createHash } from 'node:crypto';
import type { SwitchValues } from '../../control/switches.js';
import type { Application, Resource } from '../../directory/applications.js';
import type { Tenant } from '../../directory/tenants.js';
import type { TenantUser } from '../../directory/types.js';
import { v1Issuer, v2Issuer } from '../issuers.js';
import type { JsonObject } from '../keys/jws.js';

/** How the client proved itself, as `azpacr` and `appidacr` count it. */
export type ClientProof = 'none' | 'secret' | 'certificate';

/** Everything an access token tells. */
export interface AccessGrant {
  readonly tenant: Tenant;
  readonly client: Application;
  readonly resource: Resource;
  /** Absent in app-only tokens. */
  readonly user?: TenantUser;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** Absent where the registration asks for no groups. */
  readonly groups?: readonly string[] | 'overage';
  readonly proof: ClientProof;
  readonly mfa: boolean;
  readonly capabilities: readonly string[];
  /** Authentication contexts that the sign-in satisfied, as `c1`. */
  readonly acrs?: readonly string[];
  /** The account is the agent's own, which nobody signs in to. */
  readonly isAgentUser?: boolean;
}

export interface TokenTimes {
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly uti: string;
}

const PROOFS: Record<ClientProof, string> = { none: '0', secret: '1', certificate: '2' };

/** Claims of a v2.0 token (access-token-claims-reference of Microsoft's identity platform). */
export function v2Claims(grant: AccessGrant, times: TokenTimes, entraUrl: string, switches: SwitchValues): JsonObject {
  return {
    aud: grant.resource.clientId,
    iss: v2Issuer(entraUrl, grant.tenant.id),
    ...timeClaims(times),
    azp: grant.client.clientId,
    azpacr: PROOFS[grant.proof],
    ...personClaims(grant, switches),
    ...(grant.user && {
      name: grant.user.displayName,
      preferred_username: signInName(grant.user),
    }),
    ...commonClaims(grant, times),
    ver: '2.0',
  };
}

/** Claims of a v1.0 token, which is also what Microsoft Graph's own are. */
export function v1Claims(grant: AccessGrant, times: TokenTimes, audience: string, switches: SwitchValues): JsonObject {
  const { user, client } = grant;
  return {
    aud: audience,
    iss: v1Issuer(grant.tenant.id),
    ...timeClaims(times),
    appid: client.clientId,
    app_displayname: client.displayName,
    appidacr: PROOFS[grant.proof],
    ...personClaims(grant, switches),
    ...(user && {
      amr: grant.mfa ? ['pwd', 'mfa'] : ['pwd'],
      family_name: user.surname,
      given_name: user.givenName,
      ipaddr: '127.0.0.1',
      name: user.displayName,
      unique_name: signInName(user),
      ...(user.userType === 'Guest' ? { email: user.mail } : { upn: user.userPrincipalName }),
    }),
    ...(!user && { idp: v1Issuer(grant.tenant.id) }),
    ...commonClaims(grant, times),
    ver: '1.0',
  };
}

function timeClaims({ issuedAt, expiresAt }: TokenTimes): JsonObject {
  return { iat: issuedAt, nbf: issuedAt, exp: expiresAt };
}

function personClaims({ user, client, scopes, isAgentUser }: AccessGrant, switches: SwitchValues): JsonObject {
  if (user && isAgentUser) return { oid: user.id, scp: scopes.join(' '), idtyp: 'user', xms_sub_fct: '9 13' };
  const idtyp = user ? switches.includeIdtyp === 'always' && 'user' : switches.includeIdtyp !== 'never' && 'app';
  return {
    oid: user?.id ?? client.objectId,
    ...(user && { scp: scopes.join(' ') }),
    ...(user && switches.includeAcct && { acct: user.userType === 'Guest' ? 1 : 0 }),
    ...(user?.homeTenantId && { idp: v1Issuer(user.homeTenantId) }),
    ...(idtyp && { idtyp }),
  };
}

function commonClaims(
  { user, client, resource, roles, groups, tenant, capabilities, acrs = [] }: AccessGrant,
  { uti }: TokenTimes,
) {
  return {
    ...(acrs.length > 0 && { acrs }),
    rh: `1.${digest(`${tenant.id}${client.clientId}`).slice(0, 24)}.`,
    ...(roles.length > 0 && { roles }),
    ...(groups === 'overage' ? GROUPS_ELSEWHERE : groups && { groups }),
    sub: user ? pairwiseSubject(user.id, resource.clientId) : client.objectId,
    tid: tenant.id,
    uti,
    ...(capabilities.length > 0 && { xms_cc: capabilities }),
  };
}

/** A person in more than 200 groups (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#groups-overage-claim). */
const GROUPS_ELSEWHERE = {
  _claim_names: { groups: 'src1' },
  _claim_sources: { src1: { endpoint: 'https://graph.microsoft.com/v1.0/users/me/getMemberObjects' } },
};

/** What the person types to sign in: guests are known by the address of their home. */
export function signInName({ userType, mail, userPrincipalName }: TenantUser): string {
  return userType === 'Guest' ? mail : userPrincipalName;
}

/** `sub` differs from resource to resource, so that it identifies nobody across them. */
export function pairwiseSubject(userId: string, clientId: string): string {
  return digest(`${userId} ${clientId}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
