// Behalf on Azure Container Apps, in one resource group. The same as deploy/arm/behalf.json: test/deploy holds them together.

@description('Name of the container app, and the beginning of the other names.')
@maxLength(20)
param name string = 'behalf'

param location string = resourceGroup().location

@description('The container registry in this resource group that holds the image.')
param registryName string

@description('Repository and tag (or digest) in that registry, as in behalf:1a2b3c4d5e6f.')
param image string

@description('Application (client) id of the API registered in Entra.')
param entraClientId string

@description('Tenant ids whose people may call, comma-separated.')
param entraTenantIds string

@description('Client ids that may call, comma-separated.')
param entraAllowedClientIds string

@description('The URL of POST /mcp where a name of your own stands before the app. Empty: the name that Azure gives.')
param publicUrl string = ''

@description('The cloud that this is deployed to, as ENTRA_CLOUD has it. Empty: public.')
param entraCloud string = ''

@description('Where a missing scope is told, as DENIAL_MODE has it. Empty: tool_error, because Foundry shows a 403 without its reason.')
param denialMode string = ''

@description('true: MCP clients that Entra does not know sign people in through this server, as AUTHORIZATION_FRONT has it. Empty: off.')
param authorizationFront string = ''

@description('Clients of the authorization front with their redirect URIs, as FRONT_CLIENTS has them.')
param frontClients string = ''

@description('Hosts whose client-id metadata documents the authorization front takes, as FRONT_CLIENT_HOSTS has them.')
param frontClientHosts string = ''

@description('Any other variable of docs/configuration.md, as objects with name and value.')
param settings array = []

@description('The MCP subnet, delegated to Microsoft.App/environments. Empty: no virtual network.')
param subnetId string = ''

@description('true: reachable from the virtual network only. Needs subnetId.')
param internal bool = false

@minValue(0)
param minReplicas int = 1

@minValue(1)
param maxReplicas int = 10

@description('Seals the links on which people approve, and the cursors of pages: 32 random characters or more, the same at each deployment.')
@secure()
@minLength(32)
param sealingKey string

var pullRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 90
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, pullRole)
  scope: registry
  properties: {
    roleDefinitionId: pullRole
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    vnetConfiguration: empty(subnetId) ? null : { infrastructureSubnetId: subnetId, internal: internal }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: logs.id
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  dependsOn: [pull]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      secrets: [
        {
          name: 'sealing-key'
          value: sealingKey
        }
      ]
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      ingress: {
        external: true
        targetPort: 3000
        transport: 'http'
        allowInsecure: false
      }
    }
    template: {
      terminationGracePeriodSeconds: 100
      containers: [
        {
          name: 'behalf'
          image: '${registry.properties.loginServer}/${image}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(fixed, empty(authorizationFront) ? [] : front, settings)
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3000
              }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3000
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3000
              }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 2
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}

var url = empty(publicUrl) ? 'https://${name}.${environment.properties.defaultDomain}/mcp' : publicUrl

var fixed = [
  {
    name: 'PUBLIC_URL'
    value: url
  }
  {
    name: 'ENTRA_CLIENT_ID'
    value: entraClientId
  }
  {
    name: 'ENTRA_TENANT_IDS'
    value: entraTenantIds
  }
  {
    name: 'ENTRA_ALLOWED_CLIENT_IDS'
    value: entraAllowedClientIds
  }
  {
    name: 'ENTRA_CLOUD'
    value: empty(entraCloud) ? 'public' : entraCloud
  }
  {
    name: 'ENTRA_CREDENTIAL'
    value: 'managed-identity'
  }
  {
    name: 'ENTRA_MANAGED_IDENTITY_CLIENT_ID'
    value: identity.properties.clientId
  }
  {
    name: 'SEALING_KEY'
    secretRef: 'sealing-key'
  }
  {
    name: 'DENIAL_MODE'
    value: empty(denialMode) ? 'tool_error' : denialMode
  }
  {
    name: 'DRAIN_TIMEOUT_MS'
    value: '95000'
  }
]

var front = [
  {
    name: 'AUTHORIZATION_FRONT'
    value: authorizationFront
  }
  {
    name: 'FRONT_CLIENTS'
    value: frontClients
  }
  {
    name: 'FRONT_CLIENT_HOSTS'
    value: frontClientHosts
  }
]

output url string = url
output identityPrincipalId string = identity.properties.principalId
