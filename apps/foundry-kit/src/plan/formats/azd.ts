import type { Plan } from '../plan.js';

/** The connection as a command of the Azure Developer CLI; the secret comes from the environment. */
export function toAzd({ connection: { properties }, connectionName }: Plan): string {
  return [
    `azd ai connection create ${connectionName} --kind remote-tool`,
    `  --target ${properties.target}`,
    '  --auth-type oauth2',
    `  --authorization-url ${properties.authorizationUrl}`,
    `  --token-url ${properties.tokenUrl}`,
    `  --refresh-url ${properties.refreshUrl}`,
    `  --client-id ${properties.credentials.clientId}`,
    '  --client-secret "$FOUNDRY_CLIENT_SECRET"',
    `  --scopes "${properties.scopes.join(',')}"`,
    '',
  ]
    .join(' \\\n')
    .replace(/ \\\n$/, '\n');
}
