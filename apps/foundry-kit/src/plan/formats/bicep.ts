import { serviceReference } from '../applications.js';
import type { Plan } from '../plan.js';

type Value = unknown;

/**
 * The app registrations, the permission to act at Graph and the Foundry connection as one Bicep file.
 * Needs the Microsoft Graph extension: https://learn.microsoft.com/graph/templates/bicep
 */
export function toBicep(plan: Plan): string {
  const { api, foundry, connection, connectionName } = plan;
  return `extension microsoftGraphV1

@description('The Foundry account and its project that get the connection.')
param accountName string
param projectName string
@description('Secret of the app registration "${foundry.displayName}"; Foundry needs one.')
@secure()
param foundryClientSecret string
@description('Redirect URI that Foundry made for the connection; empty on the first run, known after it.')
param redirectUri string = ''
@description('Client id of the app registration "${api.displayName}"; empty on the first run, known after it.')
param behalfClientId string = ''
${plan.deployment.mcpUrl.includes('<host>') ? 'param host string\n' : ''}
resource api 'Microsoft.Graph/applications@v1.0' = ${written({
    uniqueName: 'behalf',
    ...api,
    identifierUris: raw(`empty(behalfClientId) ? [] : [${text(plan.deployment.applicationIdUri, 'behalfClientId')}]`),
  })}

resource apiPrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: api.appId
}

resource foundry 'Microsoft.Graph/applications@v1.0' = ${written({
    uniqueName: 'behalf-foundry',
    displayName: foundry.displayName,
    signInAudience: foundry.signInAudience,
    ...serviceReference(plan.deployment),
    web: { redirectUris: raw('empty(redirectUri) ? [] : [redirectUri]') },
  })}

resource foundryPrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: foundry.appId
}

resource account 'Microsoft.CognitiveServices/accounts@2025-04-01-preview' existing = {
  name: accountName
}

resource project 'Microsoft.CognitiveServices/accounts/projects@2025-04-01-preview' existing = {
  parent: account
  name: projectName
}

resource connection 'Microsoft.CognitiveServices/accounts/projects/connections@2025-04-01-preview' = {
  parent: project
  name: '${connectionName}'
  properties: any(${written(withSecret(connection.properties), 1)})
}

output redirectUri string = connection.properties.redirectUrl
output behalfClientId string = api.appId
output foundryClientId string = foundry.appId
`;
}

class Raw {
  constructor(readonly expression: string) {}
}

function raw(expression: string): Raw {
  return new Raw(expression);
}

function withSecret(properties: Plan['connection']['properties']): Value {
  return { ...properties, credentials: { ...properties.credentials, clientSecret: raw('foundryClientSecret') } };
}

function written(value: Value, depth = 0): string {
  const pad = '  '.repeat(depth + 1);
  const end = '  '.repeat(depth);
  if (value instanceof Raw) return value.expression;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${pad}${written(item, depth + 1)}`).join('\n')}\n${end}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const lines = Object.entries(value).map(([key, item]) => `${pad}${key}: ${written(item, depth + 1)}`);
    return `{\n${lines.join('\n')}\n${end}}`;
  }
  return typeof value === 'string' ? text(value) : String(value);
}

/** What the plan does not know yet, the template does: an application that it makes, the tenant it runs in, a parameter. */
function text(value: string, behalfClientId = 'api.appId'): string {
  const known: Readonly<Record<string, string>> = {
    'behalf-client-id': behalfClientId,
    'foundry-client-id': 'foundry.appId',
    'tenant-id': 'tenant().tenantId',
  };
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${');
  return `'${escaped.replace(/<([a-z-]+)>/g, (_, name: string) => `\${${known[name] ?? name}}`)}'`;
}
