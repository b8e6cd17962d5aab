import { isRedirectUri } from '@app/config';
import { z } from 'zod';
import { DocumentError } from './document-error.js';
import type { FrontClient } from './front-client.js';
import { hasUniqueKeys } from './unique-keys.js';

const MAX_NAME = 60;

/** What of a client-id metadata document counts here; RFC 7591 section 2 has the names. */
const shape = z.object({
  client_id: z.string(),
  client_name: z.string().optional(),
  redirect_uris: z.array(z.string()).max(50),
  grant_types: z.array(z.string()).optional(),
  response_types: z.array(z.string()).optional(),
  token_endpoint_auth_method: z.string().optional(),
  client_secret: z.undefined().optional(),
  client_secret_expires_at: z.undefined().optional(),
});

/**
 * The client that a document describes. Redirect URIs that are of no use here are left out.
 * @throws DocumentError
 */
export function readClientDocument(text: string, url: URL): FrontClient {
  const { data, error } = shape.safeParse(parse(text));
  if (error) throw new DocumentError(`has no right value at "${error.issues[0]?.path.join('.')}"`);
  if (data.client_id !== url.href) throw new DocumentError('names another client_id than its own URL');
  if ((data.token_endpoint_auth_method ?? 'none') !== 'none')
    throw new DocumentError('asks for another token_endpoint_auth_method than "none"');
  if (data.grant_types?.includes('authorization_code') === false || data.response_types?.includes('code') === false)
    throw new DocumentError('does not list the authorization_code grant and the response type code');
  const redirectUris = data.redirect_uris.filter(isRedirectUri);
  if (redirectUris.length === 0)
    throw new DocumentError('has no redirect URI with https, or with http to 127.0.0.1, [::1] or localhost');
  const name = data.client_name?.trim();
  return {
    id: url.href,
    isRegistered: false,
    redirectUris,
    name: name ? [...name].slice(0, MAX_NAME).join('') : undefined,
  };
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (hasUniqueKeys(text)) return value;
  } catch {
    throw new DocumentError('is not JSON');
  }
  throw new DocumentError('has a key twice');
}
