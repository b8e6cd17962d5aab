import type { ManagementApi } from '../api/management-api.js';
import type { ChangeReport } from '../change-report.js';
import type { RegisteredApplication } from './application.js';

export interface WorkloadIdentity {
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
export async function ensureFederatedCredential(
  graph: ManagementApi,
  report: ChangeReport,
  { id }: RegisteredApplication,
  { issuer, subject, audience }: WorkloadIdentity,
): Promise<void> {
  const path = `/applications/${id}/federatedIdentityCredentials`;
  const known = id === '' ? [] : (await graph.ask<{ readonly value: FederatedCredential[] }>('GET', path)).value;
  if (known.some((one) => one.issuer === issuer && one.subject === subject && one.audiences.includes(audience)))
    return report.unchanged(`FederatedCredential in the managed identity ${subject}`);
  const body = { name: `behalf-${subject.slice(0, 8)}`, issuer, subject, audiences: [audience] };
  const make = () => graph.ask('POST', path, { body, isNew: true });
  await report.change(`FederatedCredential in the managed identity ${subject} (federated credential)`, make, undefined);
}
