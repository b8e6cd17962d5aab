import { type AuthConfig, requestableScope, scopesToStartWith } from '@app/auth';
import type { ToolCatalog } from '@app/domain';
import { OAuthError } from './oauth-error.js';

/** What a client asks for, in short names of scopes of this API. */
export interface AskedScopes {
  readonly names: readonly string[];
  /** Whether it wants a refresh token. */
  readonly offline: boolean;
}

export const OFFLINE = 'offline_access';
/** Of OpenID Connect: the front gives no id token, and the access token names the person anyway. */
const IGNORED = ['openid', 'profile', 'email'];

/**
 * The scopes of a request: those of the enabled tools, with the prefix that the metadata has, or by their short names. One
 * that names none of them asks for what the metadata lists.
 *
 * @throws OAuthError `invalid_scope`
 */
export function readScopes(scope: string | undefined, auth: AuthConfig, catalog: ToolCatalog): AskedScopes {
  const items = new Set((scope ?? '').split(' ').filter((item) => item !== '' && !IGNORED.includes(item)));
  const offline = items.delete(OFFLINE);
  const asked = items.size > 0 ? [...items] : scopesToStartWith(auth, catalog);
  const known = new Map(
    catalog.scopes.flatMap((name) => [...formsOf(auth, name)].map((form) => [form, name] as const)),
  );
  const names = asked.map((item) => {
    const name = known.get(item);
    if (name === undefined) throw new OAuthError('invalid_scope', 'A scope is not one of the enabled tools.');
    return name;
  });
  return { names: [...new Set(names)], offline };
}

/** As the client has to name them, and as the answer names them. */
export function writeScopes({ names, offline }: AskedScopes, auth: AuthConfig): string {
  return [...names.map((name) => requestableScope(auth, name)), ...(offline ? [OFFLINE] : [])].join(' ');
}

function formsOf(auth: AuthConfig, name: string): readonly string[] {
  return [requestableScope(auth, name), `api://${auth.clientId}/${name}`, `${auth.clientId}/${name}`, name];
}
