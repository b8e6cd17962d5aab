import { domainOf } from '../../policy/domain-of.js';
import type { Profile } from '../../ports/profile.port.js';
import type { ToolContext } from '../../tool/tool.js';
import type { UserContext } from '../../call/user-context.js';

export { domainOf };

type Asked = Pick<ToolContext, 'user' | 'profile' | 'policy'>;

const GUEST = /#ext#/i;
/** Asked once in a call. */
const profiles = new WeakMap<UserContext, Promise<Profile>>();

/**
 * The domains that count as inside: those of the person themselves and those that the operator names
 * (`INTERNAL_DOMAINS`); none when they are not known.
 */
export async function ownDomains(ownAddress: string | undefined, asked: Asked): Promise<readonly string[]> {
  return [...(await personsDomains(ownAddress, asked)), ...asked.policy.internalDomains];
}

/** The same where the call has asked for the person's profile already; nothing is asked for this. */
export async function knownDomains(
  ownAddress: string | undefined,
  asked: Asked,
): Promise<readonly string[] | undefined> {
  return profiles.has(asked.user) ? ownDomains(ownAddress, asked).catch(() => undefined) : undefined;
}

async function personsDomains(ownAddress: string | undefined, { user, profile }: Asked): Promise<readonly string[]> {
  if (!user.may('User.Read')) return known([ownAddress]);
  const asking = profiles.get(user) ?? profile.me(user);
  profiles.set(user, asking);
  const { mail, userPrincipalName } = await asking;
  // A guest's own domain is not one of the organisation.
  if (GUEST.test(userPrincipalName)) return [];
  return known([mail ?? userPrincipalName, userPrincipalName]);
}

function known(addresses: readonly (string | undefined)[]): string[] {
  return addresses.map(domainOf).filter((domain) => domain !== '');
}
