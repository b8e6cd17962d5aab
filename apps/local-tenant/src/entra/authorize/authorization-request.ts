import type { Application, Resource } from '../../directory/applications.js';
import type { Tenant } from '../../directory/tenants.js';
import type { TenantState } from '../../tenant-state.js';
import { knownClient } from '../clients/client-authentication.js';
import type { Form } from '../read-form.js';
import { EntraError } from '../errors/entra-error.js';
import { assertResource } from '../scopes/asked-resource.js';
import { parseScopes, type RequestedScopes } from '../scopes/requested-scopes.js';
import type {
  ResponseMode,
  ReplyTo,
  RequestedConsent,
  AdminConsentRequest,
  CodeRequest,
} from './requested-authorization.js';
import { acrsOf, capabilitiesOf, wantsFreshClaims } from '../tokens/requested-claims.js';

const MODES: readonly string[] = ['query', 'fragment', 'form_post'];

/**
 * The client and where it may be answered. What is wrong here is told to the person, never to the redirect URI.
 *
 * @throws EntraError 700016, 50011, 900144
 */
export function readReplyTo(state: TenantState, query: Form): ReplyTo & { readonly client: Application } {
  const { client_id: id, redirect_uri: redirectUri, response_mode: mode } = query;
  if (!id) throw new EntraError(900144, { about: 'client_id' });
  const client = knownClient(state, id);
  const isRegistered = redirectUri !== undefined && client.redirectUris.some((uri) => uri.test(redirectUri));
  if (!isRegistered || !URL.canParse(redirectUri)) throw new EntraError(50011, { about: redirectUri ?? '' });
  const responseMode = MODES.includes(mode ?? '') ? (mode as ResponseMode) : 'query';
  return { client, redirectUri, responseMode, state: query.state };
}

/** @throws EntraError for what goes back to the redirect URI */
export function readAuthorization(
  state: TenantState,
  { client, ...replyTo }: ReplyTo & { readonly client: Application },
  query: Form,
  { tenant, version }: { readonly tenant?: Tenant; readonly version: 1 | 2 },
): CodeRequest {
  if (query.response_type !== 'code') throw new EntraError(700054, { about: query.response_type ?? '' });
  const scope = version === 1 && query.resource ? `openid ${query.resource.replace(/\/$/, '')}/.default` : query.scope;
  return {
    kind: 'code',
    ...replyTo,
    client,
    tenant,
    scopes: assertResource(
      state,
      client,
      parseScopes(scope, state.directory),
      version === 2 ? query.resource : undefined,
    ),
    prompt: query.prompt,
    loginHint: query.login_hint,
    nonce: query.nonce,
    challenge: challengeOf(query),
    capabilities: capabilitiesOf(query.claims),
    acrs: acrsOf(query.claims),
    wantsClaims: wantsFreshClaims(query.claims),
  };
}

/** `/{tenant}/v2.0/adminconsent` names scopes; `/{tenant}/adminconsent` means every permission the client lists. */
export function readAdminConsent(
  { directory }: TenantState,
  { client, ...replyTo }: ReplyTo & { readonly client: Application },
  { scope }: Form,
  tenant?: Tenant,
): AdminConsentRequest {
  const listed = directory.resources.filter(({ key }) => client.permissions.includes(key)).map(allOf);
  const requested = scope === undefined ? listed : [toRequestedConsent(parseScopes(scope, directory))];
  return { kind: 'admin_consent', ...replyTo, client, tenant, requested, scope };
}

/** `.default` means every permission of the resource. */
export function toRequestedConsent({ resource, names, isDefault }: RequestedScopes): RequestedConsent {
  return isDefault ? allOf(resource) : { resource, names };
}

function allOf(resource: Resource): RequestedConsent {
  return { resource, names: resource.scopes.map(({ name }) => name) };
}

/** PKCE (RFC 7636); Entra takes S256 and plain, and plain where no method is named. */
function challengeOf({ code_challenge: value, code_challenge_method: method = 'plain' }: Form) {
  if (value === undefined) return undefined;
  if (method !== 'S256' && method !== 'plain') throw new EntraError(9002313, { about: 'code_challenge_method' });
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(value)) throw new EntraError(9002313, { about: 'code_challenge' });
  return { value, method };
}
