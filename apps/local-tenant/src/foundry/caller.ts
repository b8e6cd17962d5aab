import { decodeJws } from '../entra/keys/jws.js';
import { verifyTenantToken } from '../entra/tokens/tenant-token.js';
import type { TenantState } from '../tenant-state.js';
import { FoundryError } from './foundry-error.js';

/** Who calls Foundry: a person, or an app with its own identity. Consent is keyed by it, so an app's users share one. */
export interface FoundryCaller {
  readonly objectId: string;
  readonly isApp: boolean;
}

/** @throws FoundryError 401 unless the token is a valid one for https://ai.azure.com */
export function foundryCaller(state: TenantState, authorization: string | undefined): FoundryCaller {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const jws = token === undefined ? undefined : decodeJws(token);
  if (!jws || verifyTenantToken(state, jws).problem !== undefined)
    throw new FoundryError(401, 'Unauthorized', 'Send a valid bearer token for https://ai.azure.com.');
  if (state.directory.resource(String(jws.claims.aud))?.key !== 'ai-foundry')
    throw new FoundryError(401, 'Unauthorized', 'audience is incorrect (https://ai.azure.com)');
  return { objectId: String(jws.claims.oid), isApp: typeof jws.claims.scp !== 'string' };
}
