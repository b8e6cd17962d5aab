import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Seal } from '../browser/seal.js';
import { OAuthError } from './oauth-error.js';

const LASTS_MS = 60_000;
const VERIFIER = /^[\w.~-]{43,128}$/;

/** What a code of the front wraps: Entra's own, which Entra redeems once, and what this server needs for that. */
const codeShape = z.strictObject({
  /** A hash of client, redirect URI and PKCE challenge. */
  binding: z.string(),
  code: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  scopes: z.array(z.string()),
  offline: z.boolean(),
  /** Milliseconds since the epoch. */
  endsAt: z.number(),
});
type CodeGrant = z.output<typeof codeShape>;

const refreshShape = z.strictObject({ client: z.string(), token: z.string(), scopes: z.array(z.string()) });
export type RefreshGrant = z.output<typeof refreshShape>;

/** Whom a code is for. */
export interface CodeOwner {
  readonly client: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

/** Codes and refresh tokens of the front: Entra's, sealed for one client. Nothing is kept. */
export class SealedGrants {
  readonly #codes: Seal;
  readonly #refreshTokens: Seal;
  readonly #now: () => number;

  /** @param now milliseconds since the epoch */
  constructor(seals: { readonly codes: Seal; readonly refreshTokens: Seal }, now: () => number) {
    this.#codes = seals.codes;
    this.#refreshTokens = seals.refreshTokens;
    this.#now = now;
  }

  sealCode(owner: CodeOwner, grant: Omit<CodeGrant, 'binding' | 'endsAt'>): string {
    return this.#codes.seal({ ...grant, binding: bindingOf(owner), endsAt: this.#now() + LASTS_MS });
  }

  /**
   * What a code wraps, for the client that it was given to and that knows the PKCE verifier.
   * @throws OAuthError `invalid_grant`
   */
  openCode(code: string, { client, redirectUri, verifier }: Omit<CodeOwner, 'challenge'> & { verifier: string }) {
    const { data } = codeShape.safeParse(this.#codes.open(code));
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isOwn = data?.binding === bindingOf({ client, redirectUri, challenge }) && VERIFIER.test(verifier);
    if (data && isOwn && data.endsAt > this.#now()) return data;
    throw new OAuthError(
      'invalid_grant',
      'The code is over, or is not for this client, redirect_uri and code_verifier.',
    );
  }

  sealRefreshToken(grant: RefreshGrant): string {
    return this.#refreshTokens.seal(grant);
  }

  /** @throws OAuthError `invalid_grant` */
  openRefreshToken(token: string, client: string): RefreshGrant {
    const { data } = refreshShape.safeParse(this.#refreshTokens.open(token));
    if (data?.client === client) return data;
    throw new OAuthError('invalid_grant', 'The refresh token is not of this client.');
  }
}

function bindingOf({ client, redirectUri, challenge }: CodeOwner): string {
  return createHash('sha256')
    .update(JSON.stringify([client, redirectUri, challenge]))
    .digest('base64url');
}
