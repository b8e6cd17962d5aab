import { decodeJws } from '../../entra/keys/jws.js';
import type { FoundryCaller } from '../caller.js';
import { FoundryError } from '../foundry-error.js';

/**
 * Whose token it is can be told of Entra's; an app that calls as itself stands for whoever signs in.
 *
 * @throws FoundryError when somebody else than the caller signed in
 */
export function assertBelongsTo({ isApp, objectId, displayName }: FoundryCaller, token: string): void {
  const oid = decodeJws(token)?.claims.oid;
  if (isApp || oid === undefined || oid === objectId) return;
  throw new FoundryError(403, 'WrongPerson', `This link was made for ${displayName}. Sign in as ${displayName}.`);
}
