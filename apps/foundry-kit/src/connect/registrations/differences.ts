import { isDeepStrictEqual } from 'node:util';
import type { ApiScope } from '../../plan/api-scopes.js';
import type { ResourceAccess } from '../../plan/applications.js';
import type { ExistingScope, PreAuthorized, RegisteredApplication } from './application.js';

/** What has to be written so that an app registration has what the plan wants. What else it has stays. */
export type Patch = Readonly<Record<string, unknown>>;

export interface WantedApi {
  readonly identifierUri: string;
  readonly scopes: readonly ApiScope[];
  readonly redirectUris: readonly string[];
  readonly resourceAccess: readonly ResourceAccess[];
  readonly clientId: string;
}

/** Of the registration of Behalf, but for the client's authorisation: its scopes have to be there first. */
export function apiPatch(now: RegisteredApplication, wanted: WantedApi): Patch {
  const { api } = now;
  const scopes = withScopes(api.oauth2PermissionScopes, wanted.scopes);
  return changed(now, {
    identifierUris: union(now.identifierUris, [wanted.identifierUri]),
    api: changed(api, {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: scopes,
      knownClientApplications: union(api.knownClientApplications, [wanted.clientId]),
    }),
    web: changed(now.web, { redirectUris: union(now.web.redirectUris, wanted.redirectUris) }),
    requiredResourceAccess: withAccess(now.requiredResourceAccess, wanted.resourceAccess),
  });
}

/** https://learn.microsoft.com/graph/api/application-update: a client is authorised for scopes that exist. */
export function authorisationPatch({ api }: RegisteredApplication, clientId: string, ids: readonly string[]): Patch {
  const others = api.preAuthorizedApplications.filter(({ appId }) => appId !== clientId);
  const own = api.preAuthorizedApplications.find(({ appId }) => appId === clientId);
  const delegatedPermissionIds = union(own?.delegatedPermissionIds ?? [], ids);
  const isThere = own !== undefined && delegatedPermissionIds.length === own.delegatedPermissionIds.length;
  const preAuthorizedApplications: readonly PreAuthorized[] = [...others, { appId: clientId, delegatedPermissionIds }];
  return isThere ? {} : { api: { preAuthorizedApplications } };
}

/** Of the OAuth client. */
export function clientPatch(now: RegisteredApplication, access: readonly ResourceAccess[]): Patch {
  return changed(now, { requiredResourceAccess: withAccess(now.requiredResourceAccess, access) });
}

/** A scope that is there keeps its id and its words: somebody may have consented to it, or translated it. */
export function withScopes(now: readonly ExistingScope[], wanted: readonly ApiScope[]): readonly ExistingScope[] {
  const values = wanted.map(({ value }) => value as string);
  const kept = now.map((scope) => (values.includes(scope.value) ? { ...scope, isEnabled: true } : scope));
  return [...kept, ...wanted.filter(({ value }) => !now.some((scope) => scope.value === value))];
}

function withAccess(now: readonly ResourceAccess[], wanted: readonly ResourceAccess[]): readonly ResourceAccess[] {
  const others = wanted.filter((one) => !now.some(({ resourceAppId }) => resourceAppId === one.resourceAppId));
  const merged = now.map((one) => {
    const more = wanted.find(({ resourceAppId }) => resourceAppId === one.resourceAppId)?.resourceAccess ?? [];
    const added = more.filter(({ id }) => !one.resourceAccess.some((known) => known.id === id));
    return added.length === 0 ? one : { ...one, resourceAccess: [...one.resourceAccess, ...added] };
  });
  return [...merged, ...others];
}

function union(now: readonly string[], wanted: readonly string[]): readonly string[] {
  return [...new Set([...now, ...wanted])];
}

/** The properties that differ; a part in which nothing does is none. */
function changed(now: object, wanted: Patch): Patch {
  const current = now as Patch;
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !isEmpty(value) && !isDeepStrictEqual(current[name], value)),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
