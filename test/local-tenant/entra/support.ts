import type { LocalTenant } from '../../support/tenant.js';

/** A token endpoint's answer, as loosely typed as JSON is. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly access_token: string;
    readonly refresh_token?: string;
    readonly id_token?: string;
    readonly client_info?: string;
    readonly scope?: string;
    readonly error?: string;
    readonly suberror?: string;
    readonly claims?: string;
    readonly error_description: string;
    readonly error_codes?: readonly number[];
    readonly [key: string]: unknown;
  };
}

export const GRAPH = 'https://graph.microsoft.com';
export const OBO = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export async function postForm(url: string, form: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as TokenAnswer['body'] };
}

export function tokenRequest(tenant: LocalTenant, form: Record<string, string>, path = tenant.tenantId) {
  return postForm(`${tenant.entraUrl}/${path}/oauth2/v2.0/token`, form);
}

/** The API's credentials, as form parameters. */
export function asApi(tenant: LocalTenant): Record<string, string> {
  const { clientId, secret } = tenant.clients['behalf-api'];
  return { client_id: clientId, client_secret: secret };
}

/** An On-Behalf-Of request of the API; anything of it can be replaced, and an empty value leaves it out. */
export function exchange(tenant: LocalTenant, assertion: string, changes: Record<string, string> = {}) {
  const form = {
    grant_type: OBO,
    requested_token_use: 'on_behalf_of',
    scope: `${GRAPH}/Calendars.Read`,
    assertion,
    ...asApi(tenant),
    ...changes,
  };
  return tokenRequest(tenant, Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')));
}

export async function control(tenant: LocalTenant, method: string, path: string, body?: object) {
  const response = await fetch(`${tenant.controlUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

export function apiScope(tenant: LocalTenant, name: string): string {
  return `api://${tenant.clients['behalf-api'].clientId}/${name}`;
}
