import type { AccountRule } from '../directory/account-rules.js';
import type { TenantState } from '../tenant-state.js';
import { accountBody, userNamed } from './bodies.js';

/** Changes what Entra and Graph demand of one person. */
export function changeAccount(state: TenantState, key: string, body: unknown): AccountRule {
  const { revokeTokens = false, ...change } = accountBody.parse(body);
  const user = userNamed(state, key);
  if (revokeTokens) state.issued.revoke(user.id, state.clock());
  return state.accounts.change(user.id, change);
}
