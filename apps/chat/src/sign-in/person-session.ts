import { type AccountInfo, PublicClientApplication } from '@azure/msal-node';
import type { ChatOptions } from '../options.js';
import { FOUNDRY_SCOPE } from './person-token.js';
import { untilAborted } from '../until-aborted.js';
import type { Prompt, Way } from './ways.js';

/** Azure's client for development, known in every tenant. */
const DEVELOPMENT_CLIENT = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const PUBLIC_CLOUD = 'https://login.microsoftonline.com';

/** A person signed in at Entra; the token is renewed when it is about to end. */
export class PersonSession {
  readonly #client: PublicClientApplication;
  readonly #way: Way;
  #account?: AccountInfo;

  constructor(options: Pick<ChatOptions, 'authority' | 'tenant' | 'clientId'>, way: Way) {
    const { authority = PUBLIC_CLOUD, tenant = 'organizations', clientId = DEVELOPMENT_CLIENT } = options;
    const { origin, host } = new URL(authority);
    // With its port, or msal asks login.microsoftonline.com whether the authority is one.
    const auth = { clientId, authority: `${origin}/${tenant}`, knownAuthorities: [host] };
    this.#client = new PublicClientApplication({ auth });
    this.#way = way;
  }

  /** @throws what the signal was aborted with, or why the person is not signed in */
  async token(prompt: Prompt, signal: AbortSignal): Promise<string> {
    const result = (await this.#silently(signal)) ?? (await this.#way(this.#client, prompt, signal));
    this.#account = result?.account ?? this.#account;
    return result?.accessToken ?? '';
  }

  async #silently(signal: AbortSignal) {
    const account = this.#account;
    if (!account) return undefined;
    const work = this.#client.acquireTokenSilent({ account, scopes: [FOUNDRY_SCOPE] });
    return untilAborted(work, signal).catch(() => (signal.throwIfAborted(), undefined));
  }
}
