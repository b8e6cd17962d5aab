import { randomBytes } from 'node:crypto';
import type { FoundryCaller } from '../caller.js';
import type { Connection, OAuth2Connection } from '../connections/connection.js';
import { FoundryError } from '../foundry-error.js';
import { assertBelongsTo } from './assert-belongs-to.js';
import { redeem, type OAuthTokens } from './oauth-tokens.js';

/** A sign-in under way: for whom it is, and which response asked for it. */
interface Pending {
  readonly key: string;
  readonly caller: FoundryCaller;
  readonly responseId: string;
}

/** How a sign-in ended. */
export interface SignInAnswer {
  readonly data: string;
  /** Absent when it was declined. */
  readonly code?: string;
  readonly redirectUri: string;
}

/** OAuth2 tokens by connection, project and Foundry's caller, and the sign-ins under way. */
export class UserConsents {
  readonly #tokens = new Map<string, OAuthTokens>();
  readonly #declined = new Set<string>();
  readonly #pending = new Map<string, Pending>();

  constructor(readonly clock: () => Date) {}

  reset(): void {
    for (const part of [this.#tokens, this.#declined, this.#pending]) part.clear();
  }

  withdraw(connection: Connection, objectId: string): void {
    this.#tokens.delete(keyOf(connection, objectId));
    this.#declined.delete(keyOf(connection, objectId));
  }

  /** Replaces a stored access token, as when time has passed. */
  change(connection: Connection, objectId: string, access: (old: string) => string): void {
    const key = keyOf(connection, objectId);
    const tokens = this.#tokens.get(key);
    if (!tokens) throw new FoundryError(404, 'NotFound', `There is no consent for "${connection.name}" to change.`);
    this.#tokens.set(key, { ...tokens, access: access(tokens.access), expiresAt: 0 });
  }

  /** Object ids of the callers who have consented. */
  callers({ project, name }: Connection): readonly string[] {
    const start = `${project}/${name}/`;
    return [...this.#tokens.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  }

  /** Starts a sign-in; the answer is what the authorize request carries as its state. */
  begin(connection: Connection, caller: FoundryCaller, responseId: string): string {
    const data = randomBytes(16).toString('hex');
    this.#pending.set(data, { key: keyOf(connection, caller.objectId), caller, responseId });
    return data;
  }

  /** @throws FoundryError when the link is not of this connection, or is used up */
  pending(connection: Connection, data: string): Pending {
    const pending = this.#pending.get(data);
    if (pending?.key === keyOf(connection, pending?.caller.objectId ?? '')) return pending;
    throw new FoundryError(400, 'BadRequest', 'This sign-in is not known or is over: ask the agent for a new link.');
  }

  /** Redeems the code that a sign-in brought; a link works once, and for the caller that it was made for. */
  async finish(
    connection: OAuth2Connection,
    { data, code, redirectUri }: SignInAnswer,
  ): Promise<Pending & { readonly token?: string }> {
    const pending = this.pending(connection, data);
    this.#pending.delete(data);
    if (code === undefined) {
      this.#declined.add(pending.key);
      return pending;
    }
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    const tokens = await redeem({ ...connection.properties, url: connection.properties.tokenUrl }, grant, this.clock());
    assertBelongsTo(pending.caller, tokens.access);
    this.#tokens.set(pending.key, tokens);
    this.#declined.delete(pending.key);
    return { ...pending, token: tokens.access };
  }

  /**
   * The caller's token, refreshed if it can be. One that has expired and cannot be refreshed is sent as it is, which
   * is what users report of Foundry; one whose refresh is refused is forgotten. A refusal to consent counts once.
   */
  async storedTokens(
    connection: OAuth2Connection,
    { objectId }: FoundryCaller,
  ): Promise<{ readonly token: string; readonly isRefreshed: boolean } | 'consent_needed' | 'declined'> {
    const key = keyOf(connection, objectId);
    const tokens = this.#tokens.get(key);
    if (!tokens) return this.#declined.delete(key) ? 'declined' : 'consent_needed';
    const { refreshUrl: url } = connection.properties;
    if (url === undefined || tokens.refresh === undefined || tokens.expiresAt > this.clock().getTime())
      return { token: tokens.access, isRefreshed: false };
    const fresh = await this.#refresh({ ...connection.properties, url }, tokens.refresh);
    if (fresh) this.#tokens.set(key, fresh);
    else this.#tokens.delete(key);
    return fresh ? { token: fresh.access, isRefreshed: true } : 'consent_needed';
  }

  async #refresh(endpoint: Parameters<typeof redeem>[0], refreshToken: string): Promise<OAuthTokens | undefined> {
    const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
    return redeem(endpoint, grant, this.clock()).catch((error: unknown) => {
      if (error instanceof FoundryError) return undefined;
      throw error;
    });
  }
}

function keyOf({ project, name }: Connection, objectId: string): string {
  return `${project}/${name}/${objectId}`;
}
