import { cloudOf, toSetVariables, type Variables } from '@app/config';

/** Where Behalf is and who it is: what the server's own environment says, with `<…>` for what is not known yet. */
export interface Deployment {
  readonly login: string;
  readonly graph: string;
  readonly tenantId: string;
  /** Of the app registration of Behalf. */
  readonly apiClientId: string;
  readonly applicationIdUri: string;
  /** Of the app registration that Foundry signs people in with. */
  readonly foundryClientId: string;
  readonly mcpUrl: string;
  /** Where people reach the pages of approval, when that is not where agents reach the server. */
  readonly approvalsUrl?: string;
  /** Whether the authorization front is on. */
  readonly hasFront?: boolean;
  /** The id of the service that app registrations belong to, where a tenant demands one. */
  readonly serviceManagementReference?: string;
}

/** The names of the server's configuration, so that the plan is of the server that will run. */
export function toDeployment(variables: Variables): Deployment {
  const given = toSetVariables(variables);
  const { login, graph } = cloudOf(given);
  const apiClientId = given.ENTRA_CLIENT_ID ?? '<behalf-client-id>';
  return {
    login,
    graph,
    tenantId: first(given.ENTRA_TENANT_IDS) ?? '<tenant-id>',
    apiClientId,
    applicationIdUri: given.ENTRA_APP_ID_URI ?? `api://${apiClientId}`,
    foundryClientId: first(given.ENTRA_ALLOWED_CLIENT_IDS) ?? '<foundry-client-id>',
    mcpUrl: given.PUBLIC_URL ?? 'https://<host>/mcp',
    approvalsUrl: given.APPROVALS_URL,
    hasFront: given.AUTHORIZATION_FRONT === 'true',
  };
}

/** The page of the server to which Entra returns from a consent page. */
export function consentedUrl({ mcpUrl }: Deployment): string {
  return `${originOf(mcpUrl)}/consented`;
}

/** Where Entra returns people to who sign in to approve. */
export function approvalCallbackUrl({ mcpUrl, approvalsUrl = originOf(mcpUrl) }: Deployment): string {
  return `${approvalsUrl.replace(/\/$/, '')}/approvals/callback`;
}

/** The issuer of the authorization front. */
export function frontIssuer({ mcpUrl }: Pick<Deployment, 'mcpUrl'>): string {
  return originOf(mcpUrl);
}

/** Where Entra returns people to who sign in for a client of the authorization front. */
export function frontCallbackUrl(deployment: Pick<Deployment, 'mcpUrl'>): string {
  return `${frontIssuer(deployment)}/authorization/callback`;
}

function originOf(url: string): string {
  // Not by URL: the host may still be `<host>`.
  const path = url.indexOf('/', url.indexOf('//') + 2);
  return path === -1 ? url : url.slice(0, path);
}

function first(list: string | undefined): string | undefined {
  return list?.split(',')[0]?.trim();
}
