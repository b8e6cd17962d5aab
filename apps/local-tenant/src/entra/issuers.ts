/** The template that stands for any tenant in documents of `organizations` and `common`. */
export const ANY_TENANT = '{tenantid}';

export function v2Issuer(entraUrl: string, tenantId: string): string {
  return `${entraUrl}/${tenantId}/v2.0`;
}

/** The same in every cloud that local tenants stand for; msal-node accepts it beside any authority. */
export function v1Issuer(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}
