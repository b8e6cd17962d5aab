import type { ReplyTo } from './authorization-request.js';
import type { OAuthError } from './oauth-error.js';

/** The redirect URI with an answer, which names who answers (RFC 9207). */
export function answerUrl(
  { redirectUri, clientState }: ReplyTo,
  answer: Readonly<Record<string, string>>,
  issuer: string,
): string {
  const parameters = { ...answer, ...(clientState !== undefined && { state: clientState }), iss: issuer };
  // The text that the client registered stays as it is.
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${new URLSearchParams(parameters)}`;
}

export function errorUrl(reply: ReplyTo, { code, description }: OAuthError, issuer: string): string {
  return answerUrl(reply, { error: code, error_description: description }, issuer);
}
