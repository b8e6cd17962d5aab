import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface TestKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function newKey(kid: string): TestKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** A JWT as RFC 7515 has it, with any header and any payload. */
export function jwt(header: object, payload: object, signature: (input: Buffer) => Buffer): string {
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`;
}

export function signedBy(key: TestKey, payload: object, header: object = {}): string {
  return jwt({ typ: 'JWT', alg: 'RS256', kid: key.kid, ...header }, payload, (input) =>
    sign('RSA-SHA256', input, key.privateKey),
  );
}
