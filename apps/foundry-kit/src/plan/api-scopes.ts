import { allScopesOf, type Primitive, type Scope } from '@app/domain';
import { createHash } from 'node:crypto';

/** A scope that the app registration of Behalf exposes (`permissionScope` of Microsoft Graph's `apiApplication`). */
export interface ApiScope {
  readonly id: string;
  readonly value: Scope;
  readonly type: 'User' | 'Admin';
  readonly isEnabled: true;
  readonly userConsentDisplayName: string;
  readonly userConsentDescription: string;
  readonly adminConsentDisplayName: string;
  readonly adminConsentDescription: string;
}

const NAME_LENGTH = 100;
const DESCRIPTION_LENGTH = 850;

/** The scope of this name with consent texts made of what asks for it. */
export function apiScope(value: Scope, primitives: readonly Primitive[], adminOnly: boolean): ApiScope {
  const titles = titlesOf(value, primitives).join('; ');
  return {
    id: scopeId(value),
    value,
    type: adminOnly ? 'Admin' : 'User',
    isEnabled: true,
    userConsentDisplayName: cut(titles, NAME_LENGTH),
    userConsentDescription: cut(
      `Lets agents do this as you, and nothing that you could not do: ${titles}`,
      DESCRIPTION_LENGTH,
    ),
    adminConsentDisplayName: cut(`${value}: ${titles}`, NAME_LENGTH),
    adminConsentDescription: cut(
      `Lets agents do this as the signed-in person, and nothing that the person could not do: ${titles}`,
      DESCRIPTION_LENGTH,
    ),
  };
}

function titlesOf(scope: Scope, primitives: readonly Primitive[]): string[] {
  // Whatever the policy: which scopes are planned is decided before.
  const asking = primitives.filter((one) => allScopesOf(one).includes(scope));
  const requiring = asking.filter((one) => one.requiredScopes.includes(scope));
  return (requiring.length > 0 ? requiring : asking).map(({ title }) => title);
}

/** The same GUID for the same name wherever the plan is made (RFC 9562, version 5), so that a second run changes nothing. */
function scopeId(value: string): string {
  const hash = createHash('sha1').update(`behalf scope ${value}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/(?<![;, ])[;, ]+[^;, ]*$/, '')}…`;
}
