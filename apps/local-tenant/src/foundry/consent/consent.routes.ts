import { Router, type ErrorRequestHandler } from 'express';
import { html } from '../../entra/authorize/pages/html.js';
import { sendPage } from '../../entra/authorize/pages/page.js';
import { isOAuth2, type OAuth2Connection } from '../connections/connection.js';
import type { Connections } from '../connections/connections.js';
import { describeError } from '../error-handler.js';
import { FoundryError } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { describeToken } from '../trace/token-words.js';
import type { UserConsents } from './user-consents.js';

/** What a person's browser opens: the consent link, and the redirect URL that the sign-in comes back to. */
export function consentRoutes(services: FoundryServices): Router {
  const { connections, consents } = services;
  const router = Router();
  router.get('/login/:id', ({ params, query }, response) => {
    const connection = oauthConnection(connections, params.id);
    consents.pending(connection, String(query.data));
    response.redirect(authorizeUrl(connection, connections.redirectUrl(connection), String(query.data)));
  });
  router.get('/redirect/:id', async ({ params, query }, response) => {
    const connection = oauthConnection(connections, params.id);
    const code = codeOf(query);
    const redirectUri = connections.redirectUrl(connection);
    const ended = await consents.finish(connection, { data: String(query.state), code, redirectUri });
    noteEnd(services, connection, ended);
    const title = code === undefined ? 'You did not consent' : 'You are connected';
    sendPage(response, { title, body: html`<p>You can close this window and go back to the agent.</p>` });
  });
  return router.use(errorPage);
}

function noteEnd(
  { trace, state }: FoundryServices,
  { name }: OAuth2Connection,
  { responseId, caller, token }: Awaited<ReturnType<UserConsents['finish']>>,
): void {
  const about = `connection ${name}, kept for the caller ${caller.displayName}`;
  if (token === undefined) return trace.add(responseId, 'consent_declined', `Consent was declined: ${about}.`);
  const { facts } = describeToken(state, token);
  trace.add(responseId, 'consent_given', `${String(facts?.person)} signed in and consented: ${about}.`, facts);
}

/** Foundry sends neither PKCE nor a resource parameter. */
function authorizeUrl({ properties }: OAuth2Connection, redirectUri: string, state: string): string {
  const { authorizationUrl, credentials, scopes } = properties;
  const url = new URL(authorizationUrl);
  const asked = { client_id: credentials.clientId, redirect_uri: redirectUri, scope: scopes.join(' '), state };
  url.search = new URLSearchParams({ response_type: 'code', ...asked }).toString();
  return url.href;
}

/** Undefined when the person declined; a sign-in that failed is no decision. */
function codeOf({ code, error, error_description: reason }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof code === 'string') return code;
  if (error === 'access_denied') return undefined;
  throw new FoundryError(400, 'SignInFailed', `Signing in failed: ${String(reason ?? error ?? 'no code came back')}`);
}

function oauthConnection(connections: Connections, id: string): OAuth2Connection {
  const connection = connections.byRedirect(id);
  if (connection && isOAuth2(connection)) return connection;
  throw new FoundryError(404, 'NotFound', 'No connection has this redirect URL.');
}

const errorPage: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const { status, message } = describeError(error);
  sendPage(response, { status, title: 'You are not connected', body: html`<p>${message}</p>` });
};
