import { FERNGLAS } from '../directory/tenants.js';
import { CATALOG_SCOPE_NAMES } from '../directory/scopes.js';
import type { TenantState } from '../tenant-state.js';
import { applicationNamed, consentBody, resourceNamed, userNamed } from './bodies.js';

/** Grants, withdraws or declines consent, for a person or for everyone. */
export function changeConsent(state: TenantState, body: unknown): { readonly granted: readonly string[] } {
  const { user: name, app, resource: resourceName, scopes, action } = consentBody.parse(body);
  const [client, resource] = [applicationNamed(state, app), resourceNamed(state, resourceName)];
  const principal = name === 'everyone' ? FERNGLAS.id : userNamed(state, name).id;
  if (action === 'grant') state.consents.grant(principal, client, resource, scopes ?? CATALOG_SCOPE_NAMES);
  else if (action === 'decline') state.consents.decline(principal, client, resource);
  else state.consents.withdraw(principal, client, resource, scopes);
  const user = state.directory.user(name);
  return { granted: user ? state.consents.granted(user, client, resource) : [] };
}
