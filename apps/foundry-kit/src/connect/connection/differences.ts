import type { ConnectionBody } from '../../plan/connection.js';
import type { ExistingConnection } from './project-connections.js';

const COMPARED = ['authType', 'target', 'authorizationUrl', 'tokenUrl', 'refreshUrl'] as const;

/** In what a connection differs from the plan, in words. Its client cannot be seen: Foundry shows no credentials. */
export function differences(now: ExistingConnection, { properties: wanted }: ConnectionBody): readonly string[] {
  const { scopes = [] } = now.properties;
  const missing = wanted.scopes.filter((scope) => !scopes.includes(scope));
  const more = scopes.filter((scope) => !wanted.scopes.includes(scope));
  return [
    ...COMPARED.filter((name) => now.properties[name] !== wanted[name]).map(
      (name) => `${name} is ${now.properties[name] ?? 'not there'}, not ${wanted[name]}`,
    ),
    ...(missing.length > 0 ? [`it does not ask for ${missing.join(', ')}`] : []),
    ...(more.length > 0 ? [`it asks for ${more.join(', ')} too`] : []),
  ];
}
