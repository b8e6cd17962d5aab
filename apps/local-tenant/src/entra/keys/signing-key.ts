import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const generate = promisify(generateKeyPair);

export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return signingKey(privateKey);
}

/** @param pem an RSA private key */
export function readSigningKey(pem: string): SigningKey {
  return signingKey(createPrivateKey(pem));
}

/** The public half as a JWKS lists it. */
export function publicJwk({ kid, publicKey }: SigningKey): Record<string, unknown> {
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  return { kty, use: 'sig', kid, x5t: kid, n, e };
}

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  const kid = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
  return { kid, privateKey, publicKey };
}
