import type { Registration } from '../../directory/registrations/registration.js';
import type { Registrations } from '../../directory/registrations/registrations.js';
import { badRequest } from '../errors.js';
import { atPaths, ok, type GraphReply, type GraphRequest, type GraphRoute } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readFilter } from '../odata/filter.js';
import { readQuery } from '../odata/query.js';
import { APPLICATION_PATHS, findRegistration, lookUp } from './find-registration.js';
import { readRegistration } from './read-registration.js';

type OnChange = (registration: Registration) => void;

/** App registrations: `/applications`. */
export function applicationRoutes(registrations: Registrations, now: () => Date, changed: OnChange): GraphRoute[] {
  const create = (request: GraphRequest, uniqueName?: string): GraphReply => {
    const { displayName, ...body } = readRegistration(request.body);
    if (displayName === undefined) throw badRequest('Request_BadRequest', 'Property displayName is required.');
    const name = uniqueName ?? body.uniqueName ?? null;
    const made = registrations.create(request.caller.user.tenantId, displayName, name, now());
    return { ...applicationReply(request, registrations.change(made, body)), status: 201 };
  };
  const update = (request: GraphRequest): GraphReply => {
    const found = findRegistration(registrations, request);
    changed(registrations.change(found, readRegistration(request.body, found)));
    return { status: 204 };
  };
  const upsert = (request: GraphRequest): GraphReply =>
    request.prefer.createsIfMissing && !lookUp(registrations, request)
      ? create(request, request.params['uniqueName'])
      : update(request);
  return [
    { method: 'GET', path: '/applications', operation: 'applications.read', handle: (r) => list(registrations, r) },
    { method: 'POST', path: '/applications', operation: 'applications.write', handle: (r) => create(r) },
    ...atPaths(APPLICATION_PATHS, {
      method: 'GET',
      operation: 'applications.read',
      handle: (request) => applicationReply(request, findRegistration(registrations, request)),
    }),
    ...atPaths(APPLICATION_PATHS, { method: 'PATCH', operation: 'applications.write', handle: upsert }),
  ];
}

/** `uniqueName` is a key and not among the properties that a filter takes. */
function list(registrations: Registrations, { caller, query, url }: GraphRequest): GraphReply {
  const { filter } = readQuery(query, ['$filter']);
  const all = registrations.list(caller.user.tenantId).map(applicationView);
  const value = filter === undefined ? all : all.filter(readFilter(filter, ['displayName', 'appId']));
  return ok({ '@odata.context': contextUrl(url.origin, 'applications'), value });
}

function applicationReply({ url }: GraphRequest, registration: Registration): GraphReply {
  return ok({
    '@odata.context': contextUrl(url.origin, 'applications/$entity'),
    ...applicationView(registration),
  });
}

/** Secrets are shown by `addPassword`, once. */
function applicationView({ tenantId: _t, federated: _f, principalId: _p, ...shown }: Registration) {
  const passwordCredentials = shown.passwordCredentials.map((credential) => ({ ...credential, secretText: null }));
  return { ...shown, passwordCredentials };
}
