import type { Request, Response } from 'express';
import type { TenantState } from '../tenant-state.js';
import { ANY_TENANT, v1Issuer, v2Issuer } from './issuers.js';
import { tenantOfPath } from './tenant-of-path.js';

/** `GET /{tenant}[/v2.0]/.well-known/openid-configuration` (OpenID Connect Discovery 1.0). */
export function openIdConfiguration(state: TenantState, version: 1 | 2) {
  return (request: Request, response: Response): void => {
    const tenantId = tenantOfPath(state, request.params.tenant)?.id ?? ANY_TENANT;
    // Endpoints keep the name that was asked for; only the issuer is a template.
    const base = `${state.entraUrl}/${String(request.params.tenant)}`;
    const issuer = version === 1 ? v1Issuer(tenantId) : v2Issuer(state.entraUrl, tenantId);
    response.json({
      issuer,
      ...endpoints(base, version),
      ...CAPABILITIES,
      msgraph_host: new URL(state.urls.graph).host,
    });
  };
}

/** `GET /{tenant}/discovery[/v2.0]/keys`: the JWKS, each key with the issuer whose tokens it signs. */
export function signingKeys(state: TenantState) {
  return (request: Request, response: Response): void => {
    const tenantId = tenantOfPath(state, request.params.tenant)?.id ?? ANY_TENANT;
    response.json({ keys: state.keys.jwks(v2Issuer(state.entraUrl, tenantId)) });
  };
}

function endpoints(base: string, version: 1 | 2) {
  const path = version === 1 ? 'oauth2' : 'oauth2/v2.0';
  return {
    authorization_endpoint: `${base}/${path}/authorize`,
    token_endpoint: `${base}/${path}/token`,
    end_session_endpoint: `${base}/${path}/logout`,
    device_authorization_endpoint: `${base}/${path}/devicecode`,
    jwks_uri: `${base}/discovery/${version === 1 ? '' : 'v2.0/'}keys`,
  };
}

const CAPABILITIES = {
  token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
  response_modes_supported: ['query', 'fragment', 'form_post'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  response_types_supported: ['code'],
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  request_uri_parameter_supported: false,
  claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'oid'],
};
