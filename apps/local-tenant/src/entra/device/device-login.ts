import type { Request, Response } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { html } from '../authorize/pages/html.js';
import { sendPage } from '../authorize/pages/page.js';
import { ensureSession } from '../authorize/session-cookie.js';
import { renderStep } from '../authorize/render-step.js';
import { EntraError } from '../errors/entra-error.js';
import { readForm } from '../read-form.js';

/** `GET /devicelogin`: where a person types the code that the device shows. */
export function showDeviceLogin(_request: Request, response: Response): void {
  const body = html`<form method="post" action="/devicelogin">
    <p>
      <label>Code <input name="user_code" required autocomplete="off" autofocus /></label>
    </p>
    <button name="decision" value="next">Next</button>
  </form>`;
  sendPage(response, { title: 'Enter the code that your device shows', body });
}

/** The typed code leads into the sign-in pages, which end at `/devicelogin/done`. */
export function acceptUserCode(state: TenantState) {
  return (request: Request, response: Response): void => {
    const waiting = state.devices.waiting(readForm(request.body).user_code ?? '', state.clock());
    if (!waiting) throw new EntraError(70018);
    const { tenant, client, scopes, userCode } = waiting;
    const flow = state.flows.start(ensureSession(state, request, response), {
      ...{ kind: 'code', tenant, client, scopes, state: userCode },
      redirectUri: `${state.entraUrl}/devicelogin/done`,
      responseMode: 'query',
      capabilities: [],
      acrs: [],
      wantsClaims: false,
    });
    renderStep(state, response, flow);
  };
}

/** The person has decided: the device hears of it when it asks next. */
export function endDeviceLogin(state: TenantState) {
  return (request: Request, response: Response): void => {
    const { code, state: userCode = '' } = readForm(request.query);
    const waiting = state.devices.waiting(userCode, state.clock());
    const grant = code === undefined ? undefined : state.grants.takeCode(code);
    if (!waiting || grant === 'redeemed') throw new EntraError(70018);
    state.devices.decide(waiting, grant?.signIn.client.key === waiting.client.key ? grant.signIn : 'declined');
    const title = grant ? 'You are signed in on your device' : 'You did not sign in';
    sendPage(response, { title, body: html`<p>You can close this window.</p>` });
  };
}
