import type { Application, Resource } from '../directory/applications.js';
import type { TenantUser } from '../directory/types.js';
import type { TenantState } from '../tenant-state.js';
import type { AccessGrant } from './tokens/access-token-claims.js';

/** A token wanted without going through a sign-in; names and ids both do. */
export interface MintRequest {
  /** Default `anna`. */
  readonly user?: string;
  /** Short or full names, separated by spaces; default: all of the audience's. */
  readonly scope?: string;
  /** Default `foundry`. */
  readonly client?: string;
  /** `behalf-api` (default), `graph`, or a resource's URI. */
  readonly audience?: string;
  readonly appOnly?: boolean;
  /** Default: the person's own. */
  readonly tenant?: string;
  /** Seconds; negative for a token that has expired. */
  readonly expiresIn?: number;
  readonly mfa?: boolean;
  /** As if the token had been asked for in answer to a claims challenge. */
  readonly claimsSatisfied?: boolean;
  readonly capabilities?: readonly string[];
  readonly roles?: readonly string[];
  /** Object ids; `overage`: more than fit into a token. */
  readonly groups?: readonly string[] | 'overage';
  /** The account is an agent's own. */
  readonly agentUser?: boolean;
}

/** What was asked for does not exist; the message says what does. */
export class MintError extends Error {}

/** What a sign-in of that client and person would have brought, without asking anybody for consent. */
export function mintToken(state: TenantState, request: MintRequest): string {
  const { expiresIn, claimsSatisfied } = request;
  return state.tokens.accessToken(grantOf(state, request), { expiresIn, claimsSatisfied }).token;
}

function grantOf(state: TenantState, request: MintRequest): AccessGrant {
  const { appOnly = false, mfa = false, capabilities = [], roles } = request;
  const client = clientOf(state, request);
  const resource = resourceOf(state, request);
  const user = appOnly ? undefined : userOf(state, request);
  const tenantName = request.tenant ?? user?.tenantId ?? state.directory.tenants[0]?.id ?? '';
  const tenant = state.directory.tenant(tenantName);
  if (!tenant) throw new MintError(`There is no tenant "${tenantName}". Known: ${list(state.directory.tenants)}.`);
  return {
    tenant,
    client,
    resource,
    user,
    scopes: user ? scopesOf(resource, request.scope) : [],
    roles: roles ?? user?.appRoles ?? [],
    proof: client.isPublic ? 'none' : 'secret',
    mfa,
    capabilities,
    isAgentUser: request.agentUser,
    groups: request.groups,
  };
}

function userOf(state: TenantState, { user: name = 'anna' }: MintRequest): TenantUser {
  const user = state.directory.user(name);
  if (!user) throw new MintError(`There is no user "${name}". Known: ${list(state.directory.users)}.`);
  return user;
}

function clientOf(state: TenantState, { client: name = 'foundry' }: MintRequest): Application {
  const client = state.directory.application(name);
  if (!client) throw new MintError(`There is no client "${name}". Known: ${list(state.directory.applications)}.`);
  return client;
}

function resourceOf(state: TenantState, { audience = 'behalf-api' }: MintRequest): Resource {
  const resource = state.directory.resource(audience);
  if (!resource) throw new MintError(`There is no audience "${audience}". Known: ${list(state.directory.resources)}.`);
  return resource;
}

function scopesOf(resource: Resource, scope: string | undefined): readonly string[] {
  const asked = scope?.split(/\s+/).filter((name) => name !== '') ?? resource.scopes.map(({ name }) => name);
  const names = asked.map((name) => name.slice(name.lastIndexOf('/') + 1));
  const unknown = names.find((name) => !resource.scopes.some((known) => known.name === name));
  if (unknown === undefined && names.length > 0) return names;
  const known = resource.scopes.map(({ name }) => name).join(', ');
  throw new MintError(`${resource.displayName} has no scope "${unknown ?? ''}". Known: ${known}.`);
}

function list(things: readonly { readonly key: string }[]): string {
  return things.map(({ key }) => key).join(', ');
}
