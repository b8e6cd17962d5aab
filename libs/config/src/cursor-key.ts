import { hkdfSync } from 'node:crypto';

/** A key of its own (HKDF, RFC 5869): what is sealed with it tells nothing of the secret. */
export function cursorKeyFrom(secret: string | undefined): string | undefined {
  if (secret === undefined) return undefined;
  return Buffer.from(hkdfSync('sha256', secret, '', 'behalf: cursors of pages', 32)).toString('base64');
}
