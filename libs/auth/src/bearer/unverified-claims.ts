import { AuthError } from '../error/auth-error.js';

/** A token as it describes itself, before anyone verified it: reasons to refuse, never a reason to allow. */
export interface TokenHints {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** @throws AuthError `token_malformed` for anything but a signed JWT */
export function readHints(token: string): TokenHints {
  const segments = token.split('.');
  const [header, claims] = segments.map(readObject);
  if (segments.length !== 3 || segments.includes('') || !header || !claims) throw new AuthError('token_malformed');
  return { header, claims };
}

function readObject(segment: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
