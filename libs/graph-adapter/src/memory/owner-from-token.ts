import { DomainError, type UserContext } from '@app/domain';
import type { MailboxOwner } from './mailbox-seed.js';

/**
 * The person an Entra token names in `tid` and `oid`. Unverified: whoever made the `UserContext` has checked the token.
 * @throws DomainError `invalid_token`
 */
export function ownerFromToken(user: UserContext): MailboxOwner {
  const { tid, oid, name, upn, preferred_username: username } = claimsOf(user.token.reveal());
  if (typeof tid !== 'string' || typeof oid !== 'string') {
    throw new DomainError('invalid_token', 'The token names no person (tid and oid).', {
      userAction: 'Sign in again.',
    });
  }
  const address = [upn, username].find((claim) => typeof claim === 'string') ?? `${oid}@memory.invalid`;
  return { key: `${tid}/${oid}`, displayName: typeof name === 'string' ? name : address, address };
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
