import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import type { SignIn } from '../grants/grant-store.js';
import type { RequestedScopes } from '../scopes/requested-scopes.js';

/**
 * The scopes of a request that the person (or the organisation) has consented to; `.default` stands for all of them.
 *
 * @throws EntraError 65001, 65004
 */
export function allowedScopes(
  state: TenantState,
  { user, client }: Pick<SignIn, 'user' | 'client'>,
  { resource, names, isDefault }: RequestedScopes,
): readonly string[] {
  const granted = state.consents.granted(user, client, resource);
  const isMissing = isDefault ? granted.length === 0 : names.some((name) => !granted.includes(name));
  if (isMissing) {
    const about = `'${client.displayName}' (${client.clientId}) using ${resource.displayName}`;
    throw new EntraError(state.consents.wasDeclined(user, client, resource) ? 65004 : 65001, { about });
  }
  return isDefault ? granted : names;
}

/**
 * Whether Conditional Access lets this person on.
 *
 * @throws EntraError 53003, 50079, 50076
 */
export function checkConditionalAccess(state: TenantState, { user, mfa }: Pick<SignIn, 'user' | 'mfa'>, about: string) {
  const rule = state.accounts.of(user.id);
  if (rule.blocked) throw new EntraError(53003, { about });
  if (rule.mfaRequired === false || mfa) return;
  throw new EntraError(rule.mfaRequired === 'enroll' ? 50079 : 50076, { about });
}
