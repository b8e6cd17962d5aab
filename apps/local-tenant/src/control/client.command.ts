import type { ClientState } from '../entra/clients/client-states.js';
import type { TenantState } from '../tenant-state.js';
import { applicationNamed, clientBody } from './bodies.js';

/** Changes one app registration. */
export function changeClient(state: TenantState, key: string, body: unknown): ClientState {
  const { certificate, ...change } = clientBody.parse(body);
  const client = applicationNamed(state, key);
  if (certificate !== undefined) state.clients.addCertificate(client, certificate);
  return state.clients.change(client, change);
}
