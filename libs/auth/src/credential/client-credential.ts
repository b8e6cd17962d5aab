import type { NodeAuthOptions } from '@azure/msal-node';
import type { Clock } from '../common/clock.js';
import { CertificateCredential } from './certificate-credential.js';
import type { CredentialConfig } from './credential-config.js';
import type { ClientCredential } from './credential.port.js';
import { ManagedIdentityCredential } from './managed-identity-credential.js';

/** @throws Error when the configured credential cannot be used, saying why */
export function clientCredential(config: CredentialConfig, clock: Clock): ClientCredential {
  if (config.kind === 'certificate') return new CertificateCredential(config, clock);
  if (config.kind === 'managed-identity') return new ManagedIdentityCredential(config, clock);
  return secretCredential({ clientSecret: config.secret });
}

function secretCredential(options: Pick<NodeAuthOptions, 'clientSecret'>): ClientCredential {
  return { msalOptions: () => options, expiresAt: () => Infinity, problem: () => undefined };
}
