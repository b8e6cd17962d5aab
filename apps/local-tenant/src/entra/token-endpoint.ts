import type { Request, Response } from 'express';
import type { TenantState } from '../tenant-state.js';
import { authenticateClient } from './clients/client-authentication.js';
import { EntraError } from './errors/entra-error.js';
import { authorizationCode } from './grants/authorization-code.grant.js';
import { clientCredentials } from './grants/client-credentials.grant.js';
import { deviceCode } from './grants/device-code.grant.js';
import type { Grant } from './grants/grant-request.js';
import { onBehalfOf } from './grants/on-behalf-of.grant.js';
import { refreshToken } from './grants/refresh-token.grant.js';
import { type Form, readForm } from './read-form.js';
import { tenantOfPath } from './tenant-of-path.js';

const GRANTS: Readonly<Record<string, Grant>> = {
  authorization_code: authorizationCode,
  refresh_token: refreshToken,
  client_credentials: clientCredentials,
  'urn:ietf:params:oauth:grant-type:device_code': deviceCode,
  // What msal sends for it.
  device_code: deviceCode,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
};

/** `POST /{tenant}/oauth2/v2.0/token`, and v1's `POST /{tenant}/oauth2/token`. */
export function tokenEndpoint(state: TenantState, version: 1 | 2) {
  return async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request.body);
    const tenant = tenantOfPath(state, request.params.tenant);
    const grantType = form.grant_type;
    if (!grantType) throw new EntraError(900144, { about: 'grant_type' });
    if (grantType === 'password') throw new EntraError(7000218);
    const grant = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
    if (!grant) throw new EntraError(70003, { about: grantType });
    const authenticated = await authenticateClient(state, form, request.headers.authorization);
    const resource = version === 2 ? form.resource : undefined;
    const answer = grant({ state, tenant, form, authenticated, scope: scopeOf(form, version), resource });
    response.set({ 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' }).json(answer);
  };
}

/** A v1 request names a resource instead of scopes and gets what was consented to there. */
function scopeOf(form: Form, version: 1 | 2): string | undefined {
  if (version === 2 || form.resource === undefined) return form.scope;
  return `${form.resource.replace(/\/$/, '')}/.default ${form.scope ?? ''}`.trim();
}
