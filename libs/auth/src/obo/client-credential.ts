import type { NodeAuthOptions } from '@azure/msal-node';
import type { CredentialConfig } from '../auth-config.js';
import { certificateCredential } from './certificate-credential.js';

/** How msal-node is told who this API is; one kind for each step of the credential ladder. */
export interface ClientCredential {
  readonly msalOptions: Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;
  /** Milliseconds since the epoch, where the credential knows. */
  readonly expiresAt?: number;
}

/** @throws Error when the configured credential cannot be used, saying why */
export function clientCredential(config: CredentialConfig): ClientCredential {
  return config.kind === 'certificate'
    ? certificateCredential(config)
    : { msalOptions: { clientSecret: config.secret } };
}
