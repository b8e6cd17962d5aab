import type { NodeAuthOptions } from '@azure/msal-node';

export type MsalCredential = Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** How this API proves itself to Entra; one adapter for each step of the credential ladder. */
export interface ClientCredential {
  /** What msal-node is told: the same object until the credential has changed. */
  msalOptions(): MsalCredential;
  /** Milliseconds since the epoch; Infinity where the credential does not know. */
  expiresAt(): number;
  /** Why the newest version of the credential is not the one in use. */
  problem(): string | undefined;
}
