import type { Resource } from '../../directory/applications.js';
import type { Directory } from '../../directory/directory.js';
import { OIDC_SCOPES } from '../../directory/scopes.js';
import { EntraError } from '../errors/entra-error.js';

/** A `scope` parameter, understood. */
export interface RequestedScopes {
  readonly resource: Resource;
  /** How the request named the resource, so that the response can echo it: empty, or ending in `/`. */
  readonly prefix: string;
  /** Short names, as the resource spells them. */
  readonly names: readonly string[];
  /** `.default`: whatever was consented to statically. */
  readonly isDefault: boolean;
  readonly oidc: readonly string[];
}

interface Part {
  readonly prefix: string;
  readonly name: string;
  readonly resource: Resource;
}

const OIDC_NAMES = OIDC_SCOPES.map(({ name }) => name);

/** @throws EntraError 900144, 28000, 500011, 70011 */
export function parseScopes(scope: string | undefined, directory: Directory): RequestedScopes {
  const items = (scope ?? '').split(/\s+/).filter((item) => item !== '');
  if (items.length === 0) throw new EntraError(900144, { about: 'scope' });
  const oidc = items.filter((item) => OIDC_NAMES.includes(item.toLowerCase()));
  const parts = items.filter((item) => !OIDC_NAMES.includes(item.toLowerCase())).map((item) => parse(item, directory));
  const resource = parts[0]?.resource ?? directory.graph;
  if (parts.some((part) => part.resource.key !== resource.key)) throw new EntraError(28000, { about: scope });
  const isDefault = parts.some(({ name }) => name === '.default');
  if (isDefault && parts.length > 1) throw new EntraError(70011, { about: scope });
  const names = isDefault ? [] : [...new Set(parts.map(nameInResource))];
  return { resource, prefix: parts[0]?.prefix ?? '', names, isDefault, oidc: oidc.map((name) => name.toLowerCase()) };
}

/** The `scope` of a response: what was granted, in the form it was asked for. */
export function echoScopes({ prefix, isDefault, oidc }: RequestedScopes, granted: readonly string[]): string {
  const scopes = granted.map((name) => `${prefix}${name}`);
  const visible = oidc.filter((name) => name !== 'offline_access');
  return [...scopes, ...visible, ...(isDefault ? [`${prefix}.default`] : [])].join(' ');
}

/** A name without a resource is Graph's. */
function parse(item: string, directory: Directory): Part {
  const slash = item.lastIndexOf('/');
  if (slash < 0) return { prefix: '', name: item, resource: directory.graph };
  const resource = directory.resource(item.slice(0, slash));
  if (!resource) throw new EntraError(500011, { about: item.slice(0, slash) });
  return { prefix: item.slice(0, slash + 1), name: item.slice(slash + 1), resource };
}

function nameInResource({ name, resource }: Part): string {
  const known = resource.scopes.find((scope) => scope.name.toLowerCase() === name.toLowerCase());
  if (!known) throw new EntraError(70011, { about: `${resource.identifierUris[0]}/${name}` });
  return known.name;
}
