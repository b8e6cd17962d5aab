import { broadestScopes, type Declarations, type Policy, type Scope, ToolCatalog, withBuiltIn } from '@app/domain';
import { type ApiScope, apiScope } from './api-scopes.js';
import { apiApplication, type Application, foundryApplication } from './applications.js';
import { agentTool, type AgentTool, connectionBody, type ConnectionBody } from './connection.js';
import { toolboxBody, type ToolboxBody } from './toolbox.js';
import { consentedUrl, type Deployment } from './deployment.js';

/** Everything that has to exist before an agent gets its first answer; all of it follows from the tools' declarations. */
export interface Plan {
  readonly deployment: Deployment;
  readonly connectionName: string;
  readonly scopes: readonly ApiScope[];
  readonly graphPermissions: readonly Scope[];
  /** APIs other than Microsoft Graph that tools of a team use. */
  readonly otherApis: readonly OtherApi[];
  readonly api: Application;
  readonly foundry: Application;
  readonly connection: ConnectionBody;
  readonly agentTool: AgentTool;
  /** The same tools as a toolbox of the project. */
  readonly toolbox: ToolboxBody;
  /** Name of the model deployment that the agent uses. */
  readonly model: string;
  /** Where an administrator lets Behalf act at Graph for everybody. */
  readonly adminConsentUrl: string;
}

/** An API other than Microsoft Graph, at which Behalf acts for people. */
export interface OtherApi {
  /** Its App ID URI. */
  readonly resource: string;
  readonly scopes: readonly Scope[];
  /** Where an administrator lets Behalf act at it for everybody. */
  readonly adminConsentUrl: string;
}

export function planOf(
  deployment: Deployment,
  policy: Policy,
  declared: Declarations,
  connectionName: string,
  model = '<model>',
): Plan {
  const { tools, ...definitions } = withBuiltIn(declared);
  const catalog = new ToolCatalog(tools, policy, definitions);
  const { enabled, enabledTools, scopes: names } = catalog;
  const scopes = names.map((name) => apiScope(name, enabled, catalog.needsAdministrator(name)));
  const agent = agentTool(deployment, enabledTools, connectionName);
  const ofGraph = names.filter((name) => catalog.resourceOf(name) === undefined);
  return {
    deployment,
    connectionName,
    scopes,
    graphPermissions: ofGraph,
    otherApis: otherApis(deployment, catalog),
    api: apiApplication(deployment, scopes, ofGraph, policy),
    foundry: foundryApplication(deployment, scopes),
    connection: connectionBody(deployment, names),
    agentTool: agent,
    toolbox: toolboxBody(agent, enabledTools),
    model,
    adminConsentUrl: adminConsentUrl(deployment, deployment.graph, ofGraph),
  };
}

/** Entra takes scopes of one API at a time. */
function otherApis(deployment: Deployment, catalog: ToolCatalog): OtherApi[] {
  const resources = new Set(catalog.scopes.flatMap((scope) => catalog.resourceOf(scope) ?? []));
  return [...resources].map((resource) => {
    const names = catalog.scopes.filter((scope) => catalog.resourceOf(scope) === resource);
    const scopes = [...new Set(names.map((name) => catalog.valueOf(name)))];
    return { resource, scopes, adminConsentUrl: adminConsentUrl(deployment, resource, scopes) };
  });
}

/** https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
function adminConsentUrl(deployment: Deployment, resource: string, scopes: readonly Scope[]): string {
  const { login, tenantId, apiClientId } = deployment;
  const query = new URLSearchParams({
    client_id: apiClientId,
    scope: broadestScopes(scopes)
      .map((scope) => `${resource}/${scope}`)
      .join(' '),
    redirect_uri: consentedUrl(deployment),
  });
  return `${login}/${tenantId}/v2.0/adminconsent?${query}`;
}
