import type { RequestHandler } from 'express';
import type { ApplicationKey } from '../directory/applications.js';
import { decodeJws, type JsonObject } from '../entra/keys/jws.js';
import { verifyTenantToken } from '../entra/tokens/tenant-token.js';
import type { TenantState } from '../tenant-state.js';
import { FoundryError } from './foundry-error.js';

/** Who calls Foundry: a person, or an app with its own identity. Consent is keyed by it, so an app's users share one. */
export interface FoundryCaller {
  readonly objectId: string;
  readonly isApp: boolean;
  readonly displayName: string;
}

/** @throws FoundryError 401 unless the token is a valid one for https://ai.azure.com */
export function foundryCaller(state: TenantState, authorization: string | undefined): FoundryCaller {
  const { oid, scp } = claimsFor(state, authorization, 'ai-foundry');
  const objectId = String(oid);
  const known = state.directory.user(objectId) ?? state.directory.applications.find((app) => app.objectId === objectId);
  return { objectId, isApp: typeof scp !== 'string', displayName: known?.displayName ?? objectId };
}

/** Lets only callers with a token for Foundry through. */
export function requireCaller(state: TenantState): RequestHandler {
  return (request, _response, next) => {
    foundryCaller(state, request.get('authorization'));
    next();
  };
}

/**
 * The claims of a valid token for one of Azure's own resources.
 *
 * @throws FoundryError 401
 */
export function claimsFor(state: TenantState, authorization: string | undefined, key: ApplicationKey): JsonObject {
  const audience = state.directory.resources.find((resource) => resource.key === key)?.identifierUris[0] ?? key;
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const jws = token === undefined ? undefined : decodeJws(token);
  if (!jws || verifyTenantToken(state, jws).problem !== undefined)
    throw new FoundryError(401, 'Unauthorized', `Send a valid bearer token for ${audience}.`);
  if (state.directory.resource(String(jws.claims.aud))?.key !== key)
    throw new FoundryError(401, 'Unauthorized', `audience is incorrect (${audience})`);
  return jws.claims;
}
