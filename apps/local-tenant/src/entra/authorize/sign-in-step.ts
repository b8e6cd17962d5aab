import type { TenantUser } from '../../directory/types.js';
import type { TenantState } from '../../tenant-state.js';
import { toRequestedConsent } from './authorization-request.js';
import type { AuthorizationRequest, RequestedConsent } from './requested-authorization.js';
import type { AuthorizationFlow } from './authorization-flows.js';
import type { SignedInAccount } from './sessions.js';

/** What an authorization still needs of the person. */
export type Step =
  | { readonly kind: 'account' }
  | { readonly kind: 'blocked'; readonly user: TenantUser }
  | { readonly kind: 'second_factor'; readonly user: TenantUser; readonly assertEnrolled: boolean }
  | { readonly kind: 'administrator'; readonly user: TenantUser; readonly requested: readonly RequestedConsent[] }
  | { readonly kind: 'consent'; readonly user: TenantUser; readonly requested: readonly RequestedConsent[] }
  | { readonly kind: 'done'; readonly user: TenantUser; readonly account: SignedInAccount };

/** @param consented the person has just agreed to everything this flow asks for */
export function nextSignInStep(state: TenantState, flow: AuthorizationFlow, consented = false): Step {
  const { account, request } = flow;
  const user = account && state.directory.user(account.userId);
  if (!account || !user) return { kind: 'account' };
  const { blocked, mfaRequired } = state.accounts.of(user.id);
  if (blocked) return { kind: 'blocked', user };
  if (mfaRequired !== false && !account.mfa)
    return { kind: 'second_factor', user, assertEnrolled: mfaRequired === 'enroll' };
  const requested = consented ? [] : missingConsents(state, user, request);
  if (requested.length === 0) return { kind: 'done', user, account };
  const needsAdministrator = request.kind === 'admin_consent' || requested.some(wantsAdminOnly);
  if (needsAdministrator && !state.directory.isAdministrator(user)) return { kind: 'administrator', user, requested };
  return { kind: 'consent', user, requested };
}

function missingConsents(
  state: TenantState,
  user: TenantUser,
  request: AuthorizationRequest,
): readonly RequestedConsent[] {
  if (request.kind === 'admin_consent') return request.requested;
  const { client, scopes, prompt } = request;
  const { resource, names } = toRequestedConsent(scopes);
  if (prompt === 'consent') return [{ resource, names }];
  const granted = state.consents.granted(user, client, resource);
  // Scopes consented to are enough for .default: it asks for nothing new.
  const isEnough = scopes.isDefault ? granted.length > 0 : names.every((name) => granted.includes(name));
  return isEnough ? [] : [{ resource, names: names.filter((name) => !granted.includes(name)) }];
}

function wantsAdminOnly({ resource, names }: RequestedConsent): boolean {
  return resource.scopes.some(({ name, adminOnly }) => adminOnly && names.includes(name));
}
