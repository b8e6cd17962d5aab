import express, { Router } from 'express';
import type { TenantState } from '../tenant-state.js';
import { openIdConfiguration, signingKeys } from './discovery.js';
import { EntraError } from './errors/entra-error.js';
import { entraErrorHandler } from './errors/error-handler.js';
import { tokenEndpoint } from './token-endpoint.js';

/** Entra's endpoints, under the paths that Entra has. The form of a request must be parsed before it comes here. */
export function createEntra(state: TenantState): Router {
  const router = Router();
  router.get('/:tenant/.well-known/openid-configuration', openIdConfiguration(state, 1));
  router.get('/:tenant/v2.0/.well-known/openid-configuration', openIdConfiguration(state, 2));
  router.get(['/:tenant/discovery/keys', '/:tenant/discovery/v2.0/keys'], signingKeys(state));
  router.post('/:tenant/oauth2/token', tokenEndpoint(state, 1));
  router.post('/:tenant/oauth2/v2.0/token', tokenEndpoint(state, 2));
  router.use((request) => {
    throw new EntraError(9002313, { about: `there is no ${request.method} ${request.path}` });
  });
  router.use(entraErrorHandler(state));
  return router;
}

/** Parses what Entra's endpoints take: forms. */
export const entraBody = express.urlencoded({ extended: false, limit: '256kb' });
