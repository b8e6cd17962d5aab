import type { Request, Response } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import { readForm } from '../read-form.js';
import type { AuthorizationFlow } from './authorization-flows.js';
import { nextSignInStep } from './sign-in-step.js';
import { redirectError } from './redirect-response.js';
import { sessionOf, signedInAccounts } from './session-cookie.js';
import { accountsFor, renderStep } from './render-step.js';

type Accept = (state: TenantState, flow: AuthorizationFlow, chosen: string | undefined) => AuthorizationFlow;

/** A form of the sign-in pages came back: apply it, and show what is next. */
export function decision(state: TenantState, accept: Accept, isConsent = false) {
  return (request: Request, response: Response): void => {
    const form = readForm(request.body);
    const flow = state.flows.find(form.flow, sessionOf(state, request));
    if (!flow) throw new EntraError(9002313, { about: 'this sign-in is not yours or is over: start again' });
    if (form.decision === 'cancel') return cancel(state, response, flow);
    const accepted = state.flows.update(accept(state, flow, form.user));
    renderStep(state, response, accepted, isConsent);
  };
}

export function acceptAccount(state: TenantState, flow: AuthorizationFlow, userId: string | undefined) {
  const user = accountsFor(state, flow).find(({ id }) => id === userId);
  if (!user) throw new EntraError(50020, { about: flow.request.tenant?.domain });
  const known = signedInAccounts(state, flow.sessionId).find((account) => account.userId === user.id);
  const isFresh = flow.request.kind === 'code' && flow.request.prompt === 'login';
  return withAccount(state, flow, { userId: user.id, mfa: !isFresh && (known?.mfa ?? false) });
}

export function acceptSecondFactor(state: TenantState, flow: AuthorizationFlow) {
  if (!flow.account) throw new EntraError(9002313, { about: 'pick an account first' });
  return withAccount(state, flow, { userId: flow.account.userId, mfa: true });
}

export function acceptConsent(state: TenantState, flow: AuthorizationFlow) {
  const { request } = flow;
  const step = nextSignInStep(state, flow);
  if (step.kind === 'administrator') throw new EntraError(90094, { about: request.client.displayName });
  if (step.kind !== 'consent') throw new EntraError(9002313, { about: 'no consent was asked for' });
  const principal = request.kind === 'admin_consent' ? step.user.tenantId : step.user.id;
  for (const { resource, names } of step.requested) state.consents.grant(principal, request.client, resource, names);
  return flow;
}

function withAccount(state: TenantState, flow: AuthorizationFlow, account: { userId: string; mfa: boolean }) {
  const signedIn = { ...account, mark: state.issued.mark() };
  state.sessions.signIn(flow.sessionId, signedIn);
  return { ...flow, account: signedIn };
}

function cancel(state: TenantState, response: Response, flow: AuthorizationFlow): void {
  state.flows.end(flow);
  const error = new EntraError(65004, { about: flow.request.client.displayName });
  redirectError(response, state, flow.request, error, { error: 'access_denied', error_subcode: 'cancel' });
}
