import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { CredentialConfig } from '../auth-config.js';
import type { ClientCredential } from './client-credential.js';

/**
 * A certificate registered on the app registration; msal-node signs a client assertion with its key.
 * @throws Error when either PEM cannot be read or they do not belong together
 */
export function certificateCredential({
  certificate,
  privateKey,
}: Extract<CredentialConfig, { kind: 'certificate' }>): ClientCredential {
  const x509 = read('certificate', () => new X509Certificate(certificate));
  const key = read('private key', () => createPrivateKey(privateKey));
  if (!x509.checkPrivateKey(key)) throw new Error('The private key does not belong to the certificate.');
  const thumbprintSha256 = x509.fingerprint256.replaceAll(':', '');
  return {
    msalOptions: { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate } },
    expiresAt: Date.parse(x509.validTo),
  };
}

function read<Result>(what: string, parse: () => Result): Result {
  try {
    return parse();
  } catch (cause) {
    throw new Error(`The ${what} of the client credential is not readable PEM.`, { cause });
  }
}
