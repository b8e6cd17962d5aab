import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { FoundryCaller } from './caller.js';
import type { Connection, OAuth2Properties } from './connection.js';
import { FoundryError } from './foundry-error.js';

interface Tokens {
  readonly access: string;
  readonly refresh?: string;
  readonly expiresAt: number;
}

const tokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
});

/** OAuth2 tokens by connection, project and Foundry's caller, and the sign-ins under way. */
export class UserConsents {
  readonly #tokens = new Map<string, Tokens>();
  readonly #pending = new Map<string, string>();

  constructor(readonly clock: () => Date) {}

  reset(): void {
    this.#tokens.clear();
    this.#pending.clear();
  }

  withdraw(connection: Connection, caller: FoundryCaller): void {
    this.#tokens.delete(keyOf(connection, caller));
  }

  /** Starts a sign-in; the state is what the authorize request carries. */
  begin(connection: Connection, caller: FoundryCaller): string {
    const state = randomBytes(16).toString('hex');
    this.#pending.set(state, keyOf(connection, caller));
    return state;
  }

  /** Redeems the code that a sign-in brought. */
  async finish(connection: OAuth2Connection, state: string, code: string, redirectUri: string): Promise<void> {
    const key = this.#pending.get(state);
    if (!key?.startsWith(`${connection.project}/${connection.name}/`))
      throw new FoundryError(400, 'BadRequest', 'This sign-in is not known: open the consent link again.');
    this.#pending.delete(state);
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    this.#tokens.set(key, await this.#redeem(connection.properties, grant));
  }

  /** The caller's token, refreshed if it can be; undefined before consent. An expired one without refresh is sent as it is. */
  async token(connection: OAuth2Connection, caller: FoundryCaller): Promise<string | undefined> {
    const key = keyOf(connection, caller);
    const tokens = this.#tokens.get(key);
    if (!tokens?.refresh || tokens.expiresAt > this.clock().getTime()) return tokens?.access;
    const grant = { grant_type: 'refresh_token', refresh_token: tokens.refresh };
    const fresh = await this.#redeem(connection.properties, grant);
    this.#tokens.set(key, fresh);
    return fresh.access;
  }

  async #redeem({ tokenUrl, credentials, scopes }: OAuth2Properties, grant: Record<string, string>): Promise<Tokens> {
    const { clientId, clientSecret = '' } = credentials;
    const form = { client_id: clientId, client_secret: clientSecret, scope: scopes.join(' '), ...grant };
    const response = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
    if (!response.ok) throw new FoundryError(400, 'ConsentFailed', `The token endpoint answered ${response.status}.`);
    const answer = tokenAnswer.parse(await response.json());
    const expiresAt = this.clock().getTime() + answer.expires_in * 1000;
    return { access: answer.access_token, refresh: answer.refresh_token, expiresAt };
  }
}

export type OAuth2Connection = Connection & { readonly properties: OAuth2Properties };

export function isOAuth2(connection: Connection): connection is OAuth2Connection {
  return connection.properties.authType === 'OAuth2';
}

function keyOf({ project, name }: Connection, { objectId }: FoundryCaller): string {
  return `${project}/${name}/${objectId}`;
}
