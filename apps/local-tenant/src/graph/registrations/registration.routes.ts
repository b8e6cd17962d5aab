import type { PermissionGrant, Registration } from '../../directory/registrations/registration.js';
import { Registrations } from '../../directory/registrations/registrations.js';
import { seedOf } from '../../directory/seed.js';
import type { GraphRoute } from '../http/route.js';
import { applicationRoutes } from './application.routes.js';
import { credentialRoutes } from './credential.routes.js';
import { servicePrincipalRoutes } from './service-principal.routes.js';

/** The registrations that Graph's management endpoints change, and who has to hear of it. */
export interface Management {
  readonly registrations: Registrations;
  changed(registration: Registration): void;
  granted(grant: PermissionGrant, appIds: { readonly client: string; readonly resource: string }): void;
}

/** A Graph of its own, whose registrations no token endpoint knows. */
export function unconnected(): Management {
  return {
    registrations: new Registrations(seedOf('https://graph.microsoft.com', [])),
    changed: () => undefined,
    granted: () => undefined,
  };
}

/** Graph's management endpoints for app registrations. */
export function registrationRoutes({ registrations, changed, granted }: Management, now: () => Date): GraphRoute[] {
  return [
    ...applicationRoutes(registrations, now, changed),
    ...credentialRoutes(registrations, now),
    ...servicePrincipalRoutes(registrations, granted),
  ];
}
