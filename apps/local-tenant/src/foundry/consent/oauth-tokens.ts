import { z } from 'zod';
import type { OAuth2Properties } from '../connections/connection.js';
import { FoundryError } from '../foundry-error.js';

/** What a token endpoint gave. */
export interface OAuthTokens {
  readonly access: string;
  readonly refresh?: string;
  readonly expiresAt: number;
}

const tokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
});

/**
 * Asks a connection's token endpoint, or its refresh endpoint, as a confidential client without PKCE.
 *
 * @throws FoundryError when it refuses
 */
export async function redeem(
  { url, credentials, scopes }: Pick<OAuth2Properties, 'credentials' | 'scopes'> & { readonly url: string },
  grant: Readonly<Record<string, string>>,
  now: Date,
): Promise<OAuthTokens> {
  const { clientId, clientSecret = '' } = credentials;
  const form = { client_id: clientId, client_secret: clientSecret, scope: scopes.join(' '), ...grant };
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  if (!response.ok) throw new FoundryError(400, 'ConsentFailed', await refusal(response));
  const answer = tokenAnswer.parse(await response.json());
  const expiresAt = now.getTime() + answer.expires_in * 1000;
  return { access: answer.access_token, refresh: answer.refresh_token, expiresAt };
}

async function refusal(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { readonly error_description?: string };
  return `The token endpoint answered ${response.status}: ${body.error_description ?? 'without a reason'}`;
}
