import { DomainError } from '../errors/domain-error.js';
import { quoteLine } from '../answer/quote-line.js';
import { isAddress } from '../text/address.js';
import { domainOf } from './domain-of.js';
import type { Policy } from './policy.js';

/**
 * Every address that anything is sent to passes here, before anything is written and on a dry run too. `undefined` is a
 * recipient whose address is not known; where domains are restricted, it is refused.
 * @throws DomainError `policy_denied`, naming the domains that are allowed
 */
export function assertAllowedRecipients(
  addresses: readonly (string | undefined)[],
  { recipientDomains }: Policy,
): void {
  if (recipientDomains.length === 0) return;
  const refused = addresses.filter((address) => !recipientDomains.includes(domainOf(address)));
  if (refused.length === 0) return;
  const named = refused.slice(0, 5).map(shown);
  const allowed = recipientDomains.join(', ');
  const more = refused.length > named.length ? ` and ${refused.length - named.length} more` : '';
  throw new DomainError(
    'policy_denied',
    `The operator of this server allows recipients of ${allowed} only. Not allowed: ${named.join(', ')}${more}.`,
    { userAction: `Leave them out, or ask for addresses of ${allowed}. Nothing was sent or changed.` },
  );
}

/**
 * The same for what reaches everybody of the organisation, as a link for it does.
 * @param own domains of the organisation; none where they are not known
 * @throws DomainError `policy_denied`
 */
export function assertAllowedOrganization(own: readonly string[], { recipientDomains }: Policy): void {
  if (recipientDomains.length === 0) return;
  if (own.length > 0 && own.every((domain) => recipientDomains.includes(domain))) return;
  throw new DomainError(
    'policy_denied',
    `The operator of this server allows recipients of ${recipientDomains.join(', ')} only, and this would reach the whole organisation.`,
    { userAction: `Name people of ${recipientDomains.join(', ')} instead. Nothing was changed.` },
  );
}

/** A plain address cannot be mistaken for words of ours; anything else may be anybody's. */
function shown(address: string | undefined): string {
  if (address === undefined) return 'somebody without an address';
  return isAddress(address) ? address : quoteLine(address, 100);
}
