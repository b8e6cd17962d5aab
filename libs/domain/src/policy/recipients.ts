import { DomainError } from '../errors.js';
import type { Policy } from './policy.js';

/** One plain address; what is quoted, listed or nested is not read any further, so nothing can hide in it. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;

/**
 * Every address that anything is sent to passes here, before anything is written and on a dry run too. `undefined` is a
 * recipient whose address is not known; where domains are restricted, it is refused.
 * @throws DomainError `policy_denied`, naming the domains that are allowed
 */
export function mustBeAllowedRecipients(
  addresses: readonly (string | undefined)[],
  { recipientDomains }: Policy,
): void {
  if (recipientDomains.length === 0) return;
  const refused = addresses.filter((address) => !recipientDomains.includes(domainOf(address) ?? ''));
  if (refused.length === 0) return;
  const named = refused.slice(0, 5).map((address) => address?.slice(0, 100) ?? 'an unknown address');
  const allowed = recipientDomains.join(', ');
  const more = refused.length > named.length ? ` and ${refused.length - named.length} more` : '';
  throw new DomainError(
    'policy_denied',
    `The operator of this server allows recipients of ${allowed} only. Not allowed: ${named.join(', ')}${more}.`,
    { userAction: `Leave them out, or ask for addresses of ${allowed}. Nothing was sent or changed.` },
  );
}

function domainOf(address: string | undefined): string | undefined {
  return ADDRESS.exec(address ?? '')?.[1]?.toLowerCase();
}
