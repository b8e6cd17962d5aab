import type { CertificateFiles } from './certificate-files.js';
import type { ManagedIdentity } from './managed-identity-credential.js';

/** How this API proves itself to Entra when it exchanges tokens. */
export type CredentialConfig =
  | { readonly kind: 'secret'; readonly secret: string }
  | ({ readonly kind: 'certificate' } & CertificateFiles)
  | ({ readonly kind: 'managed-identity' } & ManagedIdentity);
