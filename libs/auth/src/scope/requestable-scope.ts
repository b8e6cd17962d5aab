import type { AuthConfig } from '../auth-config.js';
import { graphResource } from '../common/graph-resource.js';

/** A scope in the form a client asks Entra for it; `scp` carries the short name. */
export function requestableScope(config: AuthConfig, scope: string): string {
  return `${config.tokenMode === 'obo' ? config.applicationIdUri : graphResource(config)}/${scope}`;
}
