import { domainOf } from '../../policy/domain-of.js';
import type { ToolContext } from '../../tool/tool.js';

export { domainOf };

/** The domains that count as inside, those of the person themselves; none when they are not known. */
export async function ownDomains(
  ownAddress: string | undefined,
  { user, profile }: Pick<ToolContext, 'user' | 'profile'>,
): Promise<readonly string[]> {
  if (!user.may('User.Read')) return known([ownAddress]);
  const { mail, userPrincipalName } = await profile.me(user);
  return known([mail ?? userPrincipalName, userPrincipalName]);
}

function known(addresses: readonly (string | undefined)[]): string[] {
  return addresses.map(domainOf).filter((domain) => domain !== '');
}
