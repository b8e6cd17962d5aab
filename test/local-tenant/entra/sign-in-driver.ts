import type { LocalTenant } from '../../support/tenant.js';
import { Browser, type Page } from './browser.js';
import { apiScope, tokenRequest } from './support.js';

type Changes = Readonly<Record<string, string>>;

/** One browser on its way through the sign-in pages, for the client `foundry` unless told otherwise. */
export class SignInDriver {
  readonly browser = new Browser();
  readonly redirectUri = 'https://localhost:9999/redirect/abc';
  readonly #tenant: LocalTenant;

  constructor(tenant: LocalTenant) {
    this.#tenant = tenant;
  }

  /** An empty value leaves the parameter out. */
  authorizeUrl(changes: Changes = {}, path = `${this.#tenant.tenantId}/oauth2/v2.0/authorize`): URL {
    const url = new URL(path, `${this.#tenant.entraUrl}/`);
    const parameters = {
      client_id: this.#tenant.clients.foundry.clientId,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: `${apiScope(this.#tenant, 'Calendars.Read')} openid offline_access`,
      state: 'some state & more',
      ...changes,
    };
    for (const [name, value] of Object.entries(parameters)) if (value !== '') url.searchParams.set(name, value);
    return url;
  }

  open(changes?: Changes): Promise<Page> {
    return this.browser.open(this.authorizeUrl(changes));
  }

  press(page: Page, words: string): Promise<Page> {
    return this.browser.press(page, words, this.#tenant.entraUrl);
  }

  answerOf(page: Page): Record<string, string> {
    return Object.fromEntries(page.location?.searchParams ?? []);
  }

  /** The code that a person who has consented already gets. */
  async signIn(name = 'Anna Berg', changes?: Changes): Promise<string> {
    return this.answerOf(await this.press(await this.open(changes), name)).code ?? '';
  }

  redeem(code: string, changes: Changes = {}) {
    const { clientId, secret } = this.#tenant.clients.foundry;
    const form = { grant_type: 'authorization_code', code, redirect_uri: this.redirectUri, client_id: clientId };
    return tokenRequest(this.#tenant, { ...form, client_secret: secret, ...changes });
  }
}
