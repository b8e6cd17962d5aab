import { broadestScopes, type ToolCatalog } from '@app/domain';
import type { AuthConfig } from '../auth-config.js';
import { graphResource } from '../common/graph-resource.js';

/** What a client that has no token is told to ask for, in the form it asks Entra. */
export function scopesToStartWith(config: AuthConfig, catalog: ToolCatalog): readonly string[] {
  const scopes = config.challengeScopes === 'baseline' ? ['User.Read'] : broadestOf(catalog);
  return scopes.map((scope) => requestableScope(config, scope));
}

/** Each scope is compared with each other, and every refusal names them. */
const BROADEST = new WeakMap<ToolCatalog, readonly string[]>();

function broadestOf(catalog: ToolCatalog): readonly string[] {
  const scopes = BROADEST.get(catalog) ?? broadestScopes(catalog.scopes);
  BROADEST.set(catalog, scopes);
  return scopes;
}

/** A scope in the form a client asks Entra for it; `scp` carries the short name. */
export function requestableScope(config: AuthConfig, scope: string): string {
  return `${config.tokenMode === 'obo' ? config.applicationIdUri : graphResource(config)}/${scope}`;
}
