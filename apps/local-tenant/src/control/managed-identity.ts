import type { Request, Response } from 'express';
import type { TenantState } from '../tenant-state.js';
import { FERNGLAS } from '../directory/tenants.js';
import { applicationNamed, ControlError, resourceNamed } from './bodies.js';

/**
 * The managed-identity endpoint that Azure puts beside an app (App Service and Container Apps, api-version 2019-08-01):
 * `IDENTITY_ENDPOINT` is this URL, `IDENTITY_HEADER` any text.
 */
export function managedIdentityToken(state: TenantState) {
  return ({ query, headers }: Request, response: Response): void => {
    if (!headers['x-identity-header']) throw new ControlError('Send the X-IDENTITY-HEADER header.');
    const client = applicationNamed(state, typeof query.client_id === 'string' ? query.client_id : 'behalf-mi');
    const resource = resourceNamed(state, String(query.resource ?? ''));
    const { token, expiresIn } = state.tokens.accessToken({
      tenant: FERNGLAS,
      client,
      resource,
      scopes: [],
      roles: [],
      proof: 'certificate',
      mfa: false,
      capabilities: [],
    });
    const expiresOn = Math.floor(state.clock().getTime() / 1000) + expiresIn;
    response.json({
      access_token: token,
      client_id: client.clientId,
      expires_on: String(expiresOn),
      resource: query.resource,
      token_type: 'Bearer',
    });
  };
}
