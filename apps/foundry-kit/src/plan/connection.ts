import { broadestScopes, type Scope, type Tool } from '@app/domain';
import type { Deployment } from './deployment.js';

/** Body of `PUT …/accounts/{account}/projects/{project}/connections/{name}`; the secret is filled in when it is sent. */
export interface ConnectionBody {
  readonly properties: {
    readonly authType: 'OAuth2';
    readonly category: 'RemoteTool';
    readonly target: string;
    readonly credentials: { readonly clientId: string; readonly clientSecret: string };
    readonly authorizationUrl: string;
    readonly tokenUrl: string;
    /** Required by Foundry, which refreshes there; Entra's is the token URL. */
    readonly refreshUrl: string;
    readonly scopes: readonly string[];
    readonly peRequirement: 'NotRequired';
  };
}

/** The MCP tool of a Foundry agent. */
export interface AgentTool {
  readonly type: 'mcp';
  readonly server_label: string;
  readonly server_url: string;
  readonly project_connection_id: string;
  readonly allowed_tools: readonly string[];
  readonly require_approval: {
    readonly never: { readonly tool_names: readonly string[] };
    readonly always: { readonly tool_names: readonly string[] };
  };
}

export function connectionBody(
  deployment: Deployment,
  scopes: readonly Scope[],
  clientSecret = '<client-secret>',
): ConnectionBody {
  const endpoint = `${deployment.login}/${deployment.tenantId}/oauth2/v2.0`;
  return {
    properties: {
      authType: 'OAuth2',
      category: 'RemoteTool',
      target: deployment.mcpUrl,
      credentials: { clientId: deployment.foundryClientId, clientSecret },
      authorizationUrl: `${endpoint}/authorize`,
      tokenUrl: `${endpoint}/token`,
      refreshUrl: `${endpoint}/token`,
      // An array: a string is refused. Without offline_access the connection dies with its first token.
      scopes: [...broadestScopes(scopes).map((scope) => `${deployment.applicationIdUri}/${scope}`), 'offline_access'],
      peRequirement: 'NotRequired',
    },
  };
}

/** Reads run without asking, writes ask the person every time. */
export function agentTool(deployment: Deployment, tools: readonly Tool[], connection: string): AgentTool {
  const names = (readOnly: boolean) =>
    tools.filter(({ annotations }) => annotations.readOnlyHint === readOnly).map(({ name }) => name);
  return {
    type: 'mcp',
    server_label: 'behalf',
    server_url: deployment.mcpUrl,
    project_connection_id: connection,
    allowed_tools: tools.map(({ name }) => name),
    require_approval: { never: { tool_names: names(true) }, always: { tool_names: names(false) } },
  };
}
