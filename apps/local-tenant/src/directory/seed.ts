import { APPLICATIONS, type Application, GRAPH_RESOURCE, RESOURCES, type Resource } from './applications.js';
import type { ScopeDefinition } from './scopes.js';

/** An API of the organisation beside Microsoft Graph, at which Behalf acts for people too. */
export interface ApiSeed {
  readonly displayName: string;
  /** Application (client) id: the `aud` of its tokens, which are of version 2. */
  readonly clientId: string;
  /** App ID URI, for example `api://contoso-leave`. */
  readonly identifierUri: string;
  /** Behalf exposes scopes of the same names. */
  readonly scopes: readonly ScopeDefinition[];
}

/** What is registered in the tenant before anybody does anything. */
export interface Seed {
  readonly applications: readonly Application[];
  readonly resources: readonly Resource[];
}

/** @param graphUrl this cloud's Graph, which scopes may name as sovereign clouds name theirs */
export function seedOf(graphUrl: string, apis: readonly ApiSeed[]): Seed {
  const scopes = apis.flatMap((api) => api.scopes);
  return {
    applications: APPLICATIONS.map((application) =>
      application.key === 'behalf-api'
        ? { ...application, permissions: [...application.permissions, ...apis.map(({ clientId }) => clientId)] }
        : application,
    ),
    resources: [...RESOURCES.map((resource) => withMore(resource, graphUrl, scopes)), ...apis.map(asResource)],
  };
}

function withMore(resource: Resource, graphUrl: string, scopes: readonly ScopeDefinition[]): Resource {
  if (resource.key === 'graph') return { ...resource, identifierUris: [...GRAPH_RESOURCE.identifierUris, graphUrl] };
  return resource.key === 'behalf-api' ? { ...resource, scopes: [...resource.scopes, ...scopes] } : resource;
}

function asResource({ displayName, clientId, identifierUri, scopes }: ApiSeed): Resource {
  return {
    key: clientId,
    clientId,
    displayName,
    identifierUris: [identifierUri, clientId],
    scopes,
    accessTokenVersion: 2,
  };
}
