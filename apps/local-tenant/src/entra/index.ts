import express, { Router } from 'express';
import type { TenantState } from '../tenant-state.js';
import { createAuthorize } from './authorize/index.js';
import { deviceEndpoint } from './device/device-endpoint.js';
import { openIdConfiguration, signingKeys } from './discovery.js';
import { EntraError } from './errors/entra-error.js';
import { tokenEndpoint } from './token-endpoint.js';

/** Entra's endpoints, under the paths that Entra has. `entraBody` goes before it, `entraErrorHandler` after it. */
export function createEntra(state: TenantState): Router {
  const router = Router();
  router.get('/:tenant/.well-known/openid-configuration', openIdConfiguration(state, 1));
  router.get('/:tenant/v2.0/.well-known/openid-configuration', openIdConfiguration(state, 2));
  router.get(['/:tenant/discovery/keys', '/:tenant/discovery/v2.0/keys'], signingKeys(state));
  router.use(createAuthorize(state));
  router.post(['/:tenant/oauth2/devicecode', '/:tenant/oauth2/v2.0/devicecode'], deviceEndpoint(state));
  router.post('/:tenant/oauth2/token', tokenEndpoint(state, 1));
  router.post('/:tenant/oauth2/v2.0/token', tokenEndpoint(state, 2));
  router.use((request) => {
    throw new EntraError(9002313, { about: `there is no ${request.method} ${request.path}` });
  });
  return router;
}

/** Parses what Entra's endpoints take: forms. */
export const entraBody = express.urlencoded({ extended: false, limit: '256kb' });

export { entraErrorHandler } from './errors/error-handler.js';
