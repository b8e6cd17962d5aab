import type { Registration } from '../../directory/registrations/registration.js';
import type { Registrations } from '../../directory/registrations/registrations.js';
import { GraphError } from '../errors.js';
import type { GraphRequest } from '../http/route.js';

/** The three ways to name an `application` in a path. */
export const APPLICATION_PATHS = [
  '/applications/{id}',
  "/applications(appId='{appId}')",
  "/applications(uniqueName='{uniqueName}')",
] as const;

/** @throws GraphError 404 when the caller's tenant has none */
export function findRegistration(registrations: Registrations, request: GraphRequest): Registration {
  const found = lookUp(registrations, request);
  if (!found) throw notFound(Object.values(request.params).join(''));
  return found;
}

export function lookUp(registrations: Registrations, { caller, params }: GraphRequest): Registration | undefined {
  return registrations
    .list(caller.user.tenantId)
    .find(
      ({ id, appId, uniqueName }) =>
        id === params['id'] ||
        appId === params['appId'] ||
        (uniqueName !== null && uniqueName === params['uniqueName']),
    );
}

export function notFound(asked: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${asked}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
