import type { ToolContext } from '../tool.js';

/** The domains that count as inside, those of the person themselves; none when they are not known. */
export async function ownDomains(
  ownAddress: string | undefined,
  { user, profile }: Pick<ToolContext, 'user' | 'profile'>,
): Promise<readonly string[]> {
  if (!user.may('User.Read')) return ownAddress === undefined ? [] : [domainOf(ownAddress)];
  const { mail, userPrincipalName } = await profile.me(user);
  return [mail ?? userPrincipalName, userPrincipalName].map(domainOf);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
