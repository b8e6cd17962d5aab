import { BearerToken, type Caller } from '@app/domain';
import type { AuthConfig } from '../auth-config.js';
import { isGraphAudience } from '../common/graph-resource.js';
import { isAllowedTenant } from '../common/tenants.js';
import { AuthError } from '../error/auth-error.js';

export type Claims = Readonly<Record<string, unknown>>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The person a token for this API names, once its signature, key and issuer are verified: audience, time, delegated-only,
 * client.
 * @throws AuthError
 */
export function toCaller(claims: Claims, token: string, config: AuthConfig, now: number): Caller {
  assertForThisApi(claims.aud, config);
  return toPerson(claims, token, config, now);
}

/** What holds for a token of any audience: a person's, of an allowed tenant, through an allowed client, now. */
export function toPerson(claims: Claims, token: string, config: AuthConfig, now: number): Caller {
  const expiresAt = assertValidNow(claims, now / 1000, config.clockSkewSeconds);
  const scopes = delegatedScopes(claims);
  const tenantId = allowedTenant(claims.tid, config);
  if (config.guests === 'refuse' && isGuest(claims)) throw new AuthError('guest_not_allowed');
  return {
    scopes,
    tenantId,
    objectId: guid(claims.oid),
    clientId: allowedClient(claims, config.allowedClientIds),
    roles: Array.isArray(claims.roles) ? texts(claims.roles) : [],
    groups: groupsOf(claims),
    clientCapabilities: texts(claims.xms_cc),
    displayName: displayName(claims),
    token: new BearerToken(token),
    expiresAt,
    verifiedBy: 'signature',
    tokenId: tokenIdOf(claims),
  };
}

/**
 * The tenant in lower case, as Entra writes it.
 * @throws AuthError `tenant_not_allowed`
 */
export function allowedTenant(tid: unknown, config: AuthConfig): string {
  const tenant = guid(tid);
  if (!isAllowedTenant(tenant, config)) throw new AuthError('tenant_not_allowed');
  return tenant;
}

/** @throws AuthError `wrong_audience`, with a sentence of its own for a Graph token */
export function assertForThisApi(audience: unknown, config: AuthConfig): void {
  const { clientId, applicationIdUri, audiences } = config;
  const accepted = [clientId, `api://${clientId}`, applicationIdUri, ...audiences].map(withoutTrailingSlash);
  if (typeof audience === 'string' && accepted.includes(withoutTrailingSlash(audience))) return;
  if (!isGraphAudience(audience, config)) throw new AuthError('wrong_audience');
  throw new AuthError('wrong_audience', {
    description: `The token is for Microsoft Graph. Request scopes of this API, as ${applicationIdUri}/User.Read; the server gets the Graph token itself.`,
  });
}

function assertValidNow({ exp, nbf }: Claims, now: number, skew: number): number {
  if (typeof exp !== 'number' || !Number.isFinite(exp)) throw new AuthError('token_malformed');
  if (now >= exp + skew) throw new AuthError('token_expired');
  if (nbf !== undefined && typeof nbf !== 'number') throw new AuthError('token_malformed');
  if (nbf !== undefined && nbf > now + skew) throw new AuthError('token_not_yet_valid');
  return exp;
}

/** `idtyp` alone does not tell: it is an optional claim. Only tokens of people carry `scp`. */
function delegatedScopes({ scp, idtyp, xms_sub_fct: facets }: Claims): string[] {
  if (scp === undefined || (idtyp !== undefined && idtyp !== 'user') || isAgentUser(facets))
    throw new AuthError('app_only_token');
  const scopes = typeof scp === 'string' ? scp.split(' ').filter((scope) => scope !== '') : [];
  if (scopes.length === 0) throw new AuthError('scope_claim_missing');
  return scopes;
}

/**
 * The subject's facets, as `"9 13"`: 13 is an agent's own user account, which signs in as a person does and is none.
 * https://learn.microsoft.com/entra/agent-id/identity-platform/agent-token-claims
 */
function isAgentUser(facets: unknown): boolean {
  const values: unknown[] = Array.isArray(facets) ? facets : [facets];
  return values.some((value) => String(value).split(/[ ,]/).includes('13'));
}

/**
 * `acct` (0 member, 1 guest) is an optional claim. Without it `idp` tells: it is there and is not the issuer, in its form of
 * v1 or v2, when the account is not of the tenant. Whatever else it is, it is not the tenant.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
function isGuest({ acct, idp, iss, tid }: Claims): boolean {
  if (acct !== undefined) return acct !== 0 && acct !== '0';
  if (idp === undefined || idp === iss) return false;
  return typeof idp !== 'string' || typeof tid !== 'string' || !isIssuerOf(tid, idp);
}

const ISSUERS = [
  ...['https://sts.windows.net', 'https://sts.chinacloudapi.cn', 'https://login.microsoftonline.com'],
  ...['https://login.microsoftonline.us', 'https://login.partner.microsoftonline.cn'],
];

/** As Entra of any cloud names a tenant, in tokens of v1 or v2. */
function isIssuerOf(tenantId: string, issuer: string): boolean {
  const paths = ['', '/', '/v2.0'];
  const known = ISSUERS.flatMap((origin) => paths.map((path) => `${origin}/${tenantId}${path}`.toLowerCase()));
  return known.includes(issuer.toLowerCase());
}

/** v2 tokens name the client in `azp`, v1 tokens in `appid`; the other claim counts for nothing. */
function allowedClient({ ver, azp, appid }: Claims, allowedClientIds: readonly string[]): string {
  const client = ver === '2.0' ? azp : appid;
  const clientId = typeof client === 'string' ? client.toLowerCase() : '';
  if (allowedClientIds.some((id) => id.toLowerCase() === clientId)) return clientId;
  throw new AuthError('client_not_allowed', { clientId: GUID.test(clientId) ? clientId : undefined });
}

function guid(value: unknown): string {
  if (typeof value !== 'string' || !GUID.test(value)) throw new AuthError('person_unknown');
  return value.toLowerCase();
}

/** Of a claim that Entra writes as a list or, with one value, as a text. */
function texts(claim: unknown): string[] {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter((value) => typeof value === 'string');
}

/**
 * Object ids. Where a person is in more groups than fit into a token, `_claim_names` or `hasgroups` stands in their place;
 * whatever groups stand beside it are not all.
 * https://learn.microsoft.com/security/zero-trust/develop/configure-tokens-group-claims-app-roles
 */
function groupsOf({ groups, hasgroups, _claim_names: elsewhere }: Claims): Caller['groups'] {
  const isElsewhere = typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, 'groups');
  const hasMore = hasgroups !== undefined && hasgroups !== false && hasgroups !== 'false';
  if (isElsewhere || hasMore) return 'too_many';
  return groups === undefined ? undefined : texts(groups).map((group) => group.toLowerCase());
}

/** `uti`, under which Entra's sign-in log has the token too. */
function tokenIdOf({ uti }: Claims): string | undefined {
  return typeof uti === 'string' && /^[\w-]{1,64}$/.test(uti) ? uti : undefined;
}

function displayName({ name, preferred_username, upn, unique_name }: Claims): string {
  const names = [name, preferred_username, upn, unique_name].filter((value) => typeof value === 'string');
  return names[0] ?? 'unnamed';
}

function withoutTrailingSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}
