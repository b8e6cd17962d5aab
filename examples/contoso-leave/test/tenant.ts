/** The local tenant that `npm test` runs in. */
export const TENANT = {
  entra: variable('ENTRA_ORIGIN'),
  control: variable('LOCAL_CONTROL_URL'),
  tenantId: variable('ENTRA_TENANT_IDS'),
};

/** A token as a sign-in would have brought it. */
export async function tokenOf(user: string, scope: string, audience = 'behalf-api'): Promise<string> {
  const response = await fetch(`${TENANT.control}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, scope, audience }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests by npm test.`);
  return value;
}
