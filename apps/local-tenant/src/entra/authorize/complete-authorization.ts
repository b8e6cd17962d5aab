import type { Response } from 'express';
import type { TenantUser } from '../../directory/types.js';
import type { TenantState } from '../../tenant-state.js';
import type { AuthorizationFlow } from './authorization-flows.js';
import type { CodeRequest } from './requested-authorization.js';
import type { Step } from './sign-in-step.js';
import { redirectResponse } from './redirect-response.js';
import type { SignedInAccount } from './sessions.js';

const CODE_LIFETIME_MS = 600_000;

/** Ends a flow that has everything: the client gets its code, or hears that the administrator consented. */
export function completeAuthorization(
  state: TenantState,
  response: Response,
  flow: AuthorizationFlow,
  { user, account }: Extract<Step, { kind: 'done' }>,
): void {
  const { request } = flow;
  state.flows.end(flow);
  if (request.kind === 'code')
    return redirectResponse(response, request, { code: newCode(state, request, user, account) });
  const { scope } = request;
  redirectResponse(response, request, {
    admin_consent: 'True',
    tenant: user.tenantId,
    ...(scope !== undefined && { scope }),
  });
}

function newCode(state: TenantState, request: CodeRequest, user: TenantUser, { mfa }: SignedInAccount): string {
  const { client, scopes, redirectUri, challenge, nonce, capabilities, acrs, wantsClaims } = request;
  const mark = state.issued.mark();
  return state.grants.addCode({
    signIn: { user, client, mfa, capabilities, acrs, claimsSatisfied: wantsClaims, mark },
    scopes,
    redirectUri,
    challenge,
    nonce,
    expiresAt: state.clock().getTime() + CODE_LIFETIME_MS,
  });
}
