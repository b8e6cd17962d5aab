import { Browser } from '../../local-tenant/entra/browser.js';
import type { LocalTenant } from '../../support/tenant.js';

export interface Item {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly arguments?: string;
  readonly output?: string | null;
  readonly error?: string | null;
  readonly consent_link?: string;
  readonly tools?: readonly { readonly name: string }[];
  readonly content?: readonly { readonly text: string }[];
}

export interface Answer {
  readonly id: string;
  readonly status: string;
  readonly output: readonly Item[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface TraceLine {
  readonly step: string;
  readonly text: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

type Body = Readonly<Record<string, unknown>>;

/** A project of the local Foundry, as a client of it and as the script that sets it up. */
export class FoundryDriver {
  readonly #tenant: LocalTenant;
  readonly #mcpUrl: string;

  constructor(tenant: LocalTenant, mcpUrl: string) {
    this.#tenant = tenant;
    this.#mcpUrl = mcpUrl;
  }

  /** Makes a connection and an agent of the same name that uses it. */
  async agent(name: string, properties: Body, tool: Body = {}): Promise<void> {
    await this.control('PUT', `/connections/p/${name}`, { target: this.#mcpUrl, ...properties });
    const connected = { type: 'mcp', server_label: 'behalf', project_connection_id: name, require_approval: 'never' };
    await this.control('PUT', `/agents/p/${name}`, { tools: [{ ...connected, ...tool }] });
  }

  /** Makes a connection and a version of a toolbox of the same name; a tool without a type is the server's. */
  async toolbox(name: string, properties: Body, tools: readonly Body[] = [{}]): Promise<void> {
    await this.control('PUT', `/connections/p/${name}`, { target: this.#mcpUrl, ...properties });
    const server = { type: 'mcp', server_label: 'behalf', project_connection_id: name, require_approval: 'never' };
    const url = `${this.#tenant.foundryUrl}/api/projects/p/toolboxes/${name}/versions?api-version=v1`;
    const body = { tools: tools.map((tool) => ('type' in tool ? tool : { ...server, ...tool })) };
    const response = await this.#send(url, 'POST', body, await this.token('anna'));
    if (!response.ok) throw new Error(`The toolbox was answered ${response.status} ${await response.text()}`);
  }

  oauth(scopes: readonly string[] = ['offline_access'], secret?: string): Body {
    const { entraUrl, tenantId, clients } = this.#tenant;
    const base = `${entraUrl}/${tenantId}/oauth2/v2.0`;
    const { clientId, secret: registered } = clients.foundry;
    const api = ['User.Read', 'MailboxSettings.Read', 'Calendars.ReadWrite', 'Mail.Read'];
    return {
      authType: 'OAuth2',
      credentials: { clientId, clientSecret: secret ?? registered },
      authorizationUrl: `${base}/authorize`,
      tokenUrl: `${base}/token`,
      refreshUrl: `${base}/token`,
      scopes: [...api.map((name) => `api://${clients['behalf-api'].clientId}/${name}`), ...scopes],
    };
  }

  async control(method: string, path: string, body?: Body): Promise<unknown> {
    const response = await this.#send(`${this.#tenant.controlUrl}/foundry${path}`, method, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async trace({ id }: Answer): Promise<readonly TraceLine[]> {
    const { entries } = (await this.control('GET', `/trace?response=${id}`)) as { entries: [] };
    return entries;
  }

  token(user: string): Promise<string> {
    return this.#tenant.token({ user, client: 'cli', audience: 'ai-foundry' });
  }

  appToken(): Promise<string> {
    return this.#tenant.token({ client: 'rogue', audience: 'ai-foundry', appOnly: true });
  }

  async post(body: Body, token: string): Promise<Response> {
    const url = `${this.#tenant.foundryUrl}/api/projects/p/openai/v1/responses`;
    return this.#send(url, 'POST', body, token);
  }

  async ask(agent: string, user: string, body: Body = {}): Promise<Answer> {
    return this.askWith(await this.token(user), agent, body);
  }

  async askWith(token: string, agent: string, body: Body = {}): Promise<Answer> {
    const reference = { agent_reference: { name: agent, type: 'agent_reference' } };
    const response = await this.post({ input: 'who am i', ...reference, ...body }, token);
    return (await response.json()) as Answer;
  }

  /** Follows a consent link through the sign-in pages as a person would; the text of the last page. */
  async follow(link: string, person: string, decision = 'Accept'): Promise<string> {
    const browser = new Browser();
    const login = await browser.open(link);
    if (login.location === undefined) return login.html;
    const picked = await browser.press(await browser.open(login.location), person, this.#tenant.entraUrl);
    const asked = picked.location === undefined;
    const decided = asked ? await browser.press(picked, decision, this.#tenant.entraUrl) : picked;
    return (await browser.open(decided.location ?? '')).html;
  }

  async #send(url: string, method: string, body?: Body, token = ''): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return fetch(url, { method, headers, body: body && JSON.stringify(body) });
  }
}

export function linkOf({ output }: Answer): string {
  return output.find(({ type }) => type === 'oauth_consent_request')?.consent_link ?? '';
}

export function textOf({ output, error }: Answer): string {
  const said = output.flatMap(({ content = [] }) => content.map(({ text }) => text));
  return [...said, error?.message ?? ''].join('\n');
}

export function typesOf({ output }: Answer): readonly string[] {
  return output.map(({ type }) => type);
}
