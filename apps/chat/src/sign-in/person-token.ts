import { ChatError, EXIT } from '../exit-codes.js';

/** Gives an access token of the person for Foundry, a fresh one when the last is about to end; an abort ends the wait. */
export type TokenSource = (signal: AbortSignal) => Promise<string>;

/** The audience of Foundry's data plane. */
export const FOUNDRY_SCOPE = 'https://ai.azure.com/.default';

/**
 * Foundry keys consent and stored tokens by whoever calls it. Called with an application's own identity, everybody who
 * uses that application shares the first person's consent and acts as that person; so such a token is not sent at all.
 */
export function assertDelegated(token: string): string {
  const { idtyp, scp } = claimsOf(token);
  if (idtyp !== 'app' && scp !== undefined) return token;
  throw new ChatError(
    'The token belongs to an application, not to a person. Foundry would keep one consent for everybody who uses it. Sign in as yourself.',
    EXIT.signIn,
  );
}

function claimsOf(token: string): { readonly idtyp?: string; readonly scp?: string } {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  } catch (cause) {
    throw new ChatError('The token is not an access token of Microsoft Entra.', EXIT.signIn, { cause });
  }
}
