import type { LocalTenant } from './tenant.js';

/** Speaks to the tenant's control endpoint, as a test from outside would. */
export async function control(
  tenant: LocalTenant,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${tenant.controlUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
