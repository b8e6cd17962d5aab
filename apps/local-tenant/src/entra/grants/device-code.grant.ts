import { EntraError } from '../errors/entra-error.js';
import { allowedScopes } from '../tokens/allowed-scopes.js';
import { delegatedResponse, type TokenResponse } from '../tokens/token-response.js';
import type { GrantRequest } from './grant-request.js';

/** What a person decided in another browser, for the device that polls (RFC 8628 3.4). */
export function deviceCode({ state, form, authenticated }: GrantRequest): TokenResponse {
  const { client, proof } = authenticated;
  if (!form.device_code) throw new EntraError(900144, { about: 'device_code' });
  const request = state.devices.find(form.device_code);
  if (request?.client.key !== client.key)
    throw new EntraError(70000, { about: 'the device code is not this client’s' });
  if (request.expiresAt <= state.clock().getTime()) throw new EntraError(70019);
  const { outcome: signIn, scopes } = request;
  if (signIn === 'pending') throw new EntraError(70016);
  state.devices.end(request);
  if (signIn === 'declined') throw new EntraError(70017);
  const granted = allowedScopes(state, signIn, scopes);
  return delegatedResponse(state, { signIn, scopes, granted, proof, wantsClientInfo: form.client_info === '1' });
}
