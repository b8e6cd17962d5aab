import { ConnectError } from '../connect-error.js';
import type { TokenSource } from './token-source.js';

/** An administrator of the local tenant with its command line, without a sign-in page. */
export function localTokens(control: string): TokenSource {
  return async (audience) => {
    const response = await fetch(`${control}/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: 'anna', client: 'cli', audience }),
    });
    const { access_token: token } = (await response.json()) as { readonly access_token?: string };
    if (token === undefined) throw new ConnectError(`The local tenant gave no token for ${audience}.`);
    return token;
  };
}
