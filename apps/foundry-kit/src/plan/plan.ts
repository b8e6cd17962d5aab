import { type Policy, type Scope, type Tool, ToolCatalog } from '@app/domain';
import { type ApiScope, apiScope } from './api-scopes.js';
import { apiApplication, type Application, foundryApplication } from './applications.js';
import { agentTool, type AgentTool, connectionBody, type ConnectionBody } from './connection.js';
import { consentedUrl, type Place } from './place.js';

/** Everything that has to exist before an agent gets its first answer; all of it follows from the tools' declarations. */
export interface Plan {
  readonly place: Place;
  readonly connectionName: string;
  readonly scopes: readonly ApiScope[];
  readonly graphPermissions: readonly Scope[];
  readonly api: Application;
  readonly foundry: Application;
  readonly connection: ConnectionBody;
  readonly agentTool: AgentTool;
  /** Name of the model deployment that the agent uses. */
  readonly model: string;
  /** Where an administrator lets Behalf act at Graph for everybody. */
  readonly adminConsentUrl: string;
}

export function planOf(
  place: Place,
  policy: Policy,
  tools: readonly Tool[],
  connectionName: string,
  model = '<model>',
): Plan {
  const { enabledTools, scopes: names } = new ToolCatalog(tools, policy);
  const scopes = names.map((name) => apiScope(name, enabledTools));
  return {
    place,
    connectionName,
    scopes,
    graphPermissions: names,
    api: apiApplication(place, scopes),
    foundry: foundryApplication(place, scopes),
    connection: connectionBody(place, names),
    agentTool: agentTool(place, enabledTools, connectionName),
    model,
    adminConsentUrl: adminConsentUrl(place, names),
  };
}

/** https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
function adminConsentUrl(place: Place, scopes: readonly Scope[]): string {
  const { login, graph, tenantId, apiClientId } = place;
  const query = new URLSearchParams({
    client_id: apiClientId,
    scope: scopes.map((scope) => `${graph}/${scope}`).join(' '),
    redirect_uri: consentedUrl(place),
  });
  return `${login}/${tenantId}/v2.0/adminconsent?${query}`;
}
