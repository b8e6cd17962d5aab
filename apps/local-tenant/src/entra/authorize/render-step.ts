import type { Response } from 'express';
import type { TenantUser } from '../../directory/types.js';
import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import type { AuthorizationFlow } from './authorization-flows.js';
import { completeAuthorization } from './complete-authorization.js';
import { nextSignInStep, type Step } from './sign-in-step.js';
import { accountPage } from './pages/account-page.js';
import { consentPage, needAdminPage, secondFactorPage } from './pages/decision-pages.js';
import { sendPage } from './pages/page.js';
import { redirectError } from './redirect-response.js';
import { signedInAccounts } from './session-cookie.js';

/** Shows the page that the flow needs next, or ends it. */
export function renderStep(state: TenantState, response: Response, flow: AuthorizationFlow, consented = false): void {
  const step = nextSignInStep(state, flow, consented);
  if (step.kind === 'done') return completeAuthorization(state, response, flow, step);
  const { request } = flow;
  if (request.kind === 'code' && request.prompt === 'none') {
    state.flows.end(flow);
    return redirectError(response, state, request, silentError(step, request.client.displayName), SILENT[step.kind]);
  }
  showPage(state, response, flow, step);
}

/** Whom the picker offers: the tenant's people; where any organisation may sign in, everyone at home. */
export function accountsFor(state: TenantState, { request }: AuthorizationFlow): readonly TenantUser[] {
  const { tenant } = request;
  return tenant
    ? state.directory.usersOf(tenant)
    : state.directory.users.filter(({ userType }) => userType === 'Member');
}

type OpenStep = Exclude<Step, { kind: 'done' }>;

function showPage(state: TenantState, response: Response, flow: AuthorizationFlow, step: OpenStep): void {
  const { id, request } = flow;
  if (step.kind === 'account') return showAccounts(state, response, flow);
  if (step.kind === 'blocked') throw new EntraError(53003, { about: request.client.displayName });
  if (step.kind === 'second_factor')
    return sendPage(response, { title: 'Prove that it is you', body: secondFactorPage(id, step.user) });
  if (step.kind === 'administrator')
    return sendPage(response, { title: 'Need admin approval', body: needAdminPage(request.client, step.requested) });
  const oidc = request.kind === 'code' ? request.scopes.oidc : [];
  const body = consentPage(id, step.user, request.client, step.requested, oidc);
  sendPage(response, {
    title: request.kind === 'code' ? 'Permissions requested' : 'Consent for your organisation',
    body,
  });
}

function showAccounts(state: TenantState, response: Response, flow: AuthorizationFlow): void {
  const signedIn = signedInAccounts(state, flow.sessionId).map(({ userId }) => userId);
  const choices = accountsFor(state, flow)
    .map((user) => ({ user, isSignedIn: signedIn.includes(user.id) }))
    .sort((a, b) => Number(b.isSignedIn) - Number(a.isSignedIn));
  sendPage(response, {
    title: 'Pick an account',
    body: accountPage(flow.id, flow.request.client.displayName, choices),
  });
}

/** OpenID Connect Core 3.1.2.6: a silent request ends in an error that says what it would have taken. */
const SILENT: Readonly<Record<OpenStep['kind'], Readonly<Record<string, string>>>> = {
  account: { error: 'login_required' },
  blocked: { error: 'interaction_required' },
  second_factor: { error: 'interaction_required' },
  administrator: { error: 'interaction_required' },
  consent: { error: 'interaction_required' },
};

function silentError(step: OpenStep, about: string): EntraError {
  if (step.kind === 'account') return new EntraError(50058);
  if (step.kind === 'blocked') return new EntraError(53003, { about });
  if (step.kind === 'second_factor') return new EntraError(step.assertEnrolled ? 50079 : 50076, { about });
  return new EntraError(step.kind === 'consent' ? 65001 : 90094, { about });
}
