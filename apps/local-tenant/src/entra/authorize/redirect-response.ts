import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { errorBody, type EntraError } from '../errors/entra-error.js';
import type { ReplyTo } from './requested-authorization.js';
import { formPostPage } from './pages/form-post-page.js';
import { sendPage } from './pages/page.js';

/** Sends the browser back to the client with an answer, in the response mode that was asked for. */
export function redirectResponse(
  response: Response,
  { redirectUri, responseMode, state }: ReplyTo,
  answer: Readonly<Record<string, string>>,
): void {
  const parameters = { ...answer, ...(state !== undefined && { state }) };
  if (responseMode === 'form_post') return replyByForm(response, redirectUri, parameters);
  const url = new URL(redirectUri);
  if (responseMode === 'fragment') url.hash = new URLSearchParams(parameters).toString();
  else for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  response.set('Cache-Control', 'no-store').redirect(302, url.href);
}

/** An error that the client is told of (RFC 6749 4.1.2.1). */
export function redirectError(
  response: Response,
  state: TenantState,
  to: ReplyTo,
  error: EntraError,
  extra: Readonly<Record<string, string>> = {},
): void {
  const context = { now: state.clock(), entraUrl: state.entraUrl, omitSuberror: true };
  const body = errorBody(error, context);
  redirectResponse(response, to, {
    error: body.error,
    error_description: body.error_description,
    error_uri: body.error_uri,
    ...(body.claims !== undefined && { claims: body.claims }),
    ...extra,
  });
}

function replyByForm(response: Response, redirectUri: string, parameters: Readonly<Record<string, string>>): void {
  const scriptNonce = randomBytes(16).toString('base64');
  const body = formPostPage(redirectUri, parameters, scriptNonce);
  sendPage(response, { title: 'Working…', body, scriptNonce });
}
