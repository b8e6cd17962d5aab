import { createHash } from 'node:crypto';

/** Key for anything kept per token, so that no cache holds a token as a key. */
export function sha256(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
