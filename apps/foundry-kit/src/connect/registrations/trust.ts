import type { ManagementApi } from '../api/management-api.js';
import type { Ledger } from '../ledger.js';
import type { RegisteredApplication } from './application.js';

export interface Trust {
  readonly issuer: string;
  /** Object id of the managed identity. */
  readonly subject: string;
  readonly audience: string;
}

interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
}

/** Lets the registration take a managed identity's token for its credential. */
export async function ensureTrust(
  graph: ManagementApi,
  ledger: Ledger,
  { id }: RegisteredApplication,
  { issuer, subject, audience }: Trust,
): Promise<void> {
  const path = `/applications/${id}/federatedIdentityCredentials`;
  const known = id === '' ? [] : (await graph.ask<{ readonly value: FederatedCredential[] }>('GET', path)).value;
  if (known.some((one) => one.issuer === issuer && one.subject === subject && one.audiences.includes(audience)))
    return ledger.unchanged(`Trust in the managed identity ${subject}`);
  const body = { name: `behalf-${subject.slice(0, 8)}`, issuer, subject, audiences: [audience] };
  const make = () => graph.ask('POST', path, { body, isNew: true });
  await ledger.change(`Trust in the managed identity ${subject} (federated credential)`, make, undefined);
}
