// What `azd up` deploys: the resource group that deploy/azd/image.sh made, with behalf.bicep in it.
targetScope = 'subscription'

param environmentName string
param location string
// azd asks for every parameter that has neither value nor default before it runs a hook: what a hook or nobody sets has one.
param registryName string = ''
param image string = ''
param entraClientId string
param entraTenantIds string
param entraAllowedClientIds string
param publicUrl string = ''
param entraCloud string = ''
param subnetId string = ''
param denialMode string = ''
param authorizationFront string = ''
param frontClients string = ''
param frontClientHosts string = ''
@secure()
param sealingKey string = ''

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: { 'azd-env-name': environmentName }
}

module behalf 'behalf.bicep' = {
  name: 'behalf'
  scope: group
  params: {
    location: location
    registryName: registryName
    image: image
    entraClientId: entraClientId
    entraTenantIds: entraTenantIds
    entraAllowedClientIds: entraAllowedClientIds
    publicUrl: publicUrl
    entraCloud: entraCloud
    subnetId: subnetId
    denialMode: denialMode
    authorizationFront: authorizationFront
    frontClients: frontClients
    frontClientHosts: frontClientHosts
    sealingKey: sealingKey
    internal: !empty(subnetId)
  }
}

output AZURE_TENANT_ID string = tenant().tenantId
output BEHALF_URL string = behalf.outputs.url
output BEHALF_IDENTITY_PRINCIPAL_ID string = behalf.outputs.identityPrincipalId
