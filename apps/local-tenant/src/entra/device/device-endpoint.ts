import type { Request, Response } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { knownClient } from '../clients/client-authentication.js';
import { EntraError } from '../errors/entra-error.js';
import { readForm } from '../read-form.js';
import { assertResource } from '../scopes/asked-resource.js';
import { parseScopes } from '../scopes/requested-scopes.js';
import { tenantOfPath } from '../tenant-of-path.js';

const LIFETIME_S = 900;
/** Entra asks clients to wait five seconds before they poll again; here nobody has to wait that long. */
const INTERVAL_S = 1;

/** `POST /{tenant}/oauth2/v2.0/devicecode`: starts a sign-in for a device without a browser (RFC 8628 3.1). */
export function deviceEndpoint(state: TenantState) {
  return (request: Request, response: Response): void => {
    const form = readForm(request.body);
    const tenant = tenantOfPath(state, request.params.tenant);
    if (!form.client_id) throw new EntraError(900144, { about: 'client_id' });
    const client = knownClient(state, form.client_id);
    if (!client.isPublic) throw new EntraError(7000218);
    const scopes = assertResource(state, client, parseScopes(form.scope, state.directory), form.resource);
    const expiresAt = state.clock().getTime() + LIFETIME_S * 1000;
    const { deviceCode, userCode } = state.devices.start({ tenant, client, scopes, expiresAt });
    const verification_uri = `${state.entraUrl}/devicelogin`;
    const message = `To sign in, open ${verification_uri} in a browser and enter the code ${userCode}.`;
    const times = { expires_in: LIFETIME_S, interval: INTERVAL_S };
    response.json({ device_code: deviceCode, user_code: userCode, verification_uri, ...times, message });
  };
}
