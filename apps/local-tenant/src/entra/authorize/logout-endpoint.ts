import type { Request, Response } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { readForm } from '../read-form.js';
import { html } from './pages/html.js';
import { sendPage } from './pages/page.js';
import { sessionOf } from './session-cookie.js';

/** `/{tenant}/oauth2[/v2.0]/logout` (OpenID Connect RP-Initiated Logout). */
export function logoutEndpoint(state: TenantState) {
  return (request: Request, response: Response): void => {
    const session = sessionOf(state, request);
    if (session !== undefined) state.sessions.end(session);
    const { post_logout_redirect_uri: target } = readForm(request.query);
    if (target !== undefined && isRegistered(state, target)) return response.redirect(302, target);
    sendPage(response, { title: 'You signed out', body: html`<p>This browser is signed in with no account.</p>` });
  };
}

function isRegistered({ directory }: TenantState, uri: string): boolean {
  return directory.applications.some(({ redirectUris }) => redirectUris.some((pattern) => pattern.test(uri)));
}
