import type { Form } from '../read-form.js';
import { timingSafeEqual } from 'node:crypto';
import type { Application } from '../../directory/applications.js';
import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import type { ClientProof } from '../tokens/access-token-claims.js';
import { verifyClientAssertion } from './client-assertion.js';

export interface AuthenticatedClient {
  readonly client: Application;
  readonly proof: ClientProof;
}

/** Who is asking the token endpoint, and whether that is proven. */
export async function authenticateClient(state: TenantState, form: Form, basic?: string): Promise<AuthenticatedClient> {
  const { id, secret } = { id: form.client_id, secret: form.client_secret, ...fromBasic(basic) };
  if (!id) throw new EntraError(900144, { about: 'client_id' });
  const client = knownClient(state, id);
  if (client.isPublic) return publicClient(client, secret ?? form.client_assertion);
  if (form.client_assertion) {
    await verifyClientAssertion(state, client, form);
    return { client, proof: 'certificate' };
  }
  if (!secret) throw new EntraError(7000218);
  checkSecret(state, client, secret);
  return { client, proof: 'secret' };
}

export function knownClient(state: TenantState, id: string): Application {
  const client = state.directory.applications.find(({ clientId }) => clientId === id.toLowerCase());
  if (!client) throw new EntraError(700016, { about: id });
  if (state.clients.of(client).disabled) throw new EntraError(7000112, { about: client.displayName });
  return client;
}

function publicClient(client: Application, credential: string | undefined): AuthenticatedClient {
  if (credential !== undefined) throw new EntraError(700025, { about: client.displayName });
  return { client, proof: 'none' };
}

function checkSecret(state: TenantState, client: Application, secret: string): void {
  const added = state.directory.registrations.byAppId(client.clientId)?.passwordCredentials ?? [];
  const known = [client.secret ?? '', ...added.map(({ secretText }) => secretText)];
  if (!known.some((expected) => isSame(secret, expected))) throw new EntraError(7000215, { about: client.displayName });
  if (state.clients.of(client).secretExpired) throw new EntraError(7000222, { about: client.displayName });
}

function isSame(secret: string, expected: string): boolean {
  const [given, wanted] = [Buffer.from(secret), Buffer.from(expected)];
  return wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted);
}

function fromBasic(header: string | undefined): { id?: string; secret?: string } {
  const [scheme, value] = header?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic' || !value) return {};
  const [id = '', secret = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
}
