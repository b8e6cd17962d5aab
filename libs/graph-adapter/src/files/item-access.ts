import type { ItemAccess } from '@app/domain';

interface Identity {
  readonly id?: unknown;
  readonly email?: unknown;
  readonly loginName?: unknown;
}
interface Identities {
  readonly user?: Identity | null;
  readonly siteUser?: Identity | null;
}
/** As far as it tells who has it (permission resource). */
interface Granted {
  readonly roles?: unknown;
  readonly link?: { readonly scope?: unknown } | null;
  readonly invitation?: { readonly email?: unknown } | null;
  readonly grantedTo?: Identities | null;
  readonly grantedToV2?: Identities | null;
  readonly grantedToIdentities?: unknown;
  readonly grantedToIdentitiesV2?: unknown;
}

/** A guest, by the name that SharePoint has for them. */
const GUEST = /#ext#/i;

/** Who has the permissions of an item beside its owner; whoever is not known by a mail address is somebody without one. */
export function toAccess(permissions: readonly unknown[]): ItemAccess {
  const granted = permissions.map((one) => (one ?? {}) as Granted);
  const people = granted.filter(({ roles }) => !isOwner(roles)).flatMap(peopleOf);
  return { people: [...new Set(people)], organization: granted.some(({ link }) => link?.scope === 'organization') };
}

function peopleOf(granted: Granted): (string | undefined)[] {
  const { link, invitation } = granted;
  const listed = [granted.grantedToIdentitiesV2, granted.grantedToIdentities].find(Array.isArray) ?? [];
  const single = granted.grantedToV2 ?? granted.grantedTo;
  const known = [...(listed as (Identities | null)[]), ...(single ? [single] : [])];
  const addresses = known.map(addressOf);
  const invited = invitation ? [textOf(invitation.email)] : [];
  if (link) return [...addresses, ...invited, ...(isForNamed(link) ? [] : [undefined])];
  return known.length > 0 || invitation ? [...addresses, ...invited] : [undefined];
}

/** A link without a scope opens to anybody (sharingLink resource). */
function isForNamed({ scope }: NonNullable<Granted['link']>): boolean {
  return ['organization', 'users', 'existingAccess'].includes(String(scope));
}

function isOwner(roles: unknown): boolean {
  return Array.isArray(roles) && roles.includes('owner');
}

function addressOf(one: Identities | null): string | undefined {
  const { user, siteUser } = one ?? {};
  const isGuest = [user, siteUser].some((identity) => GUEST.test(textOf(identity?.loginName) ?? ''));
  return isGuest ? undefined : (textOf(user?.email) ?? textOf(siteUser?.email));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
