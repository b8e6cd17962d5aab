import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GRAPH_ID } from '../../directory/applications.js';
import { grantBody, type PermissionGrant } from '../../directory/registrations/registration.js';
import type { Registrations } from '../../directory/registrations/registrations.js';
import { GraphError, badRequest } from '../errors.js';
import { ok, type GraphReply, type GraphRequest, type GraphRoute } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readFilter } from '../odata/filter.js';
import { readQuery } from '../odata/query.js';
import { notFound } from './find-registration.js';
import { readBody } from './read-registration.js';

/** Of Microsoft Graph in every tenant here; a real tenant has its own. */
const GRAPH_PRINCIPAL = { id: '8c9d4f52-6a3b-4e17-b6f0-51c0ffee0d01', appId: GRAPH_ID, displayName: 'Microsoft Graph' };
const principalBody = z.object({ appId: z.guid() });
const scopeBody = z.strictObject({ scope: z.string() });

type OnGrant = (grant: PermissionGrant, appIds: { readonly client: string; readonly resource: string }) => void;

/** What a registration is in a tenant, and what it was allowed there. */
export function servicePrincipalRoutes(registrations: Registrations, granted: OnGrant): GraphRoute[] {
  const put = (grant: PermissionGrant, request: GraphRequest): PermissionGrant => {
    const [client, resource] = [grant.clientId, grant.resourceId].map((id) => appIdOf(registrations, request, id));
    if (client === undefined || resource === undefined)
      throw badRequest('Request_BadRequest', 'clientId and resourceId are ids of service principals.');
    granted(grant, { client, resource });
    return registrations.putGrant(grant);
  };
  return [
    {
      method: 'GET',
      path: "/servicePrincipals(appId='{appId}')",
      operation: 'applications.read',
      handle: (request) => {
        const found = principals(registrations, request).find(({ appId }) => appId === request.params['appId']);
        if (!found) throw notFound(request.params['appId'] ?? '');
        return ok({ ...found });
      },
    },
    {
      method: 'POST',
      path: '/servicePrincipals',
      operation: 'applications.write',
      handle: (request) => createPrincipal(registrations, request),
    },
    {
      method: 'GET',
      path: '/oauth2PermissionGrants',
      operation: 'permissionGrants.read',
      handle: (request) => listGrants(registrations, request),
    },
    {
      method: 'POST',
      path: '/oauth2PermissionGrants',
      operation: 'permissionGrants.write',
      handle: (request) => {
        const grant = put(
          { id: randomUUID(), tenantId: request.caller.user.tenantId, ...readBody(grantBody, request.body) },
          request,
        );
        return { status: 201, body: grantView(grant) };
      },
    },
    {
      method: 'PATCH',
      path: '/oauth2PermissionGrants/{id}',
      operation: 'permissionGrants.write',
      handle: (request) => {
        const found = registrations.grants.find(({ id }) => id === request.params['id']);
        if (!found) throw notFound(request.params['id'] ?? '');
        put({ ...found, ...readBody(scopeBody, request.body) }, request);
        return { status: 204 };
      },
    },
  ];
}

function listGrants({ grants }: Registrations, { caller, query, url }: GraphRequest): GraphReply {
  const { filter } = readQuery(query, ['$filter']);
  const isAsked = filter === undefined ? () => true : readFilter(filter, ['clientId', 'consentType', 'resourceId']);
  const own = grants.filter(({ tenantId }) => tenantId === caller.user.tenantId).map(grantView);
  return ok({ '@odata.context': contextUrl(url.origin, 'oauth2PermissionGrants'), value: own.filter(isAsked) });
}

function grantView({ tenantId: _tenantId, ...shown }: PermissionGrant) {
  return shown;
}

function createPrincipal(registrations: Registrations, request: GraphRequest): GraphReply {
  const { appId } = readBody(principalBody, request.body);
  const registration = registrations.list(request.caller.user.tenantId).find((one) => one.appId === appId);
  if (!registration) throw badRequest('Request_BadRequest', `The appId '${appId}' references no application.`);
  if (registration.principalId !== undefined)
    throw new GraphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created: the name ${appId} is already in use.`,
    );
  const { principalId, displayName } = registrations.addPrincipal(registration);
  return { status: 201, body: { id: principalId, appId, displayName } };
}

function principals(registrations: Registrations, { caller }: GraphRequest) {
  const own = registrations.list(caller.user.tenantId).flatMap(({ principalId, appId, displayName }) => {
    return principalId === undefined ? [] : [{ id: principalId, appId, displayName }];
  });
  return [GRAPH_PRINCIPAL, ...own];
}

function appIdOf(registrations: Registrations, request: GraphRequest, principalId: string): string | undefined {
  return principals(registrations, request).find(({ id }) => id === principalId)?.appId;
}
