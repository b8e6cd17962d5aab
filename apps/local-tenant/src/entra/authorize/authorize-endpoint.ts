import type { Request, Response } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import { type Form, readForm } from '../read-form.js';
import { tenantOfPath } from '../tenant-of-path.js';
import { readAdminConsent, readAuthorization, readReplyTo } from './authorization-request.js';
import type { AuthorizationRequest } from './requested-authorization.js';
import { redirectError } from './redirect-response.js';
import { ensureSession, signedInAccounts } from './session-cookie.js';
import type { SignedInAccount } from './sessions.js';
import { accountsFor, renderStep } from './render-step.js';

/** Told to the person only: an unknown tenant, and what Conditional Access blocked. */
const NOT_FOR_CLIENTS: readonly number[] = [90002, 53003];

/** `/{tenant}/oauth2[/v2.0]/authorize`, by GET or by form. */
export function authorizeEndpoint(state: TenantState, version: 1 | 2) {
  return (request: Request, response: Response): void => {
    const query = readForm(request.method === 'POST' ? request.body : request.query);
    begin(state, request, response, query, (replyTo) => {
      const tenant = tenantOfPath(state, request.params.tenant);
      return readAuthorization(state, replyTo, query, { tenant, version });
    });
  };
}

/** `/{tenant}[/v2.0]/adminconsent`. */
export function adminConsentEndpoint(state: TenantState) {
  return (request: Request, response: Response): void => {
    const query = readForm(request.query);
    begin(state, request, response, query, (replyTo) =>
      readAdminConsent(state, replyTo, query, tenantOfPath(state, request.params.tenant)),
    );
  };
}

function begin(
  state: TenantState,
  request: Request,
  response: Response,
  query: Form,
  read: (replyTo: ReturnType<typeof readReplyTo>) => AuthorizationRequest,
): void {
  const replyTo = readReplyTo(state, query);
  try {
    const authorization = read(replyTo);
    const flow = state.flows.start(ensureSession(state, request, response), authorization);
    const account = knownAccount(state, flow.sessionId, authorization);
    const isOffered = accountsFor(state, flow).some(({ id }) => id === account?.userId);
    renderStep(state, response, isOffered ? state.flows.update({ ...flow, account }) : flow);
  } catch (error) {
    if (!(error instanceof EntraError) || NOT_FOR_CLIENTS.includes(error.number)) throw error;
    redirectError(response, state, replyTo, error);
  }
}

/** The signed-in account that needs no picker: the one hinted at, or, for a silent request, the only one. */
function knownAccount(
  state: TenantState,
  sessionId: string,
  request: AuthorizationRequest,
): SignedInAccount | undefined {
  if (request.kind !== 'code' || request.prompt === 'login' || request.prompt === 'select_account') return undefined;
  const accounts = signedInAccounts(state, sessionId);
  const hinted = request.loginHint === undefined ? undefined : state.directory.user(request.loginHint);
  if (hinted) return accounts.find(({ userId }) => userId === hinted.id);
  return request.prompt === 'none' && accounts.length === 1 ? accounts[0] : undefined;
}
