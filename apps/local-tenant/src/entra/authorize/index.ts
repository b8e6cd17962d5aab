import { Router, type ErrorRequestHandler } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { acceptUserCode, endDeviceLogin, showDeviceLogin } from '../device/device-login.js';
import { EntraError } from '../errors/entra-error.js';
import { adminConsentEndpoint, authorizeEndpoint } from './authorize-endpoint.js';
import { acceptAccount, acceptConsent, acceptSecondFactor, decision } from './decisions.js';
import { logoutEndpoint } from './logout-endpoint.js';
import { html } from './pages/html.js';
import { sendPage } from './pages/page.js';

/** Everything of Entra that a person sees in the browser; errors here are pages. */
export function createAuthorize(state: TenantState): Router {
  const router = Router();
  for (const [path, version] of [
    ['/:tenant/oauth2/authorize', 1],
    ['/:tenant/oauth2/v2.0/authorize', 2],
  ] as const)
    router.route(path).get(authorizeEndpoint(state, version)).post(authorizeEndpoint(state, version));
  router.get(['/:tenant/adminconsent', '/:tenant/v2.0/adminconsent'], adminConsentEndpoint(state));
  router.get(['/:tenant/oauth2/logout', '/:tenant/oauth2/v2.0/logout'], logoutEndpoint(state));
  router.post('/sign-in/account', decision(state, acceptAccount));
  router.post('/sign-in/second-factor', decision(state, acceptSecondFactor));
  router.post('/sign-in/consent', decision(state, acceptConsent, true));
  router.route('/devicelogin').get(showDeviceLogin).post(acceptUserCode(state));
  router.get('/devicelogin/done', endDeviceLogin(state));
  return router.use(errorPage);
}

const errorPage: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof EntraError)) return next(error);
  sendPage(response, { status: 400, title: 'Sorry, but signing in did not work', body: html`<p>${error.message}</p>` });
};
