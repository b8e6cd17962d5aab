import { type Declarations, ToolCatalog, withBuiltIn } from '@app/domain';
import type { AppConfig } from './app-config.js';

/** A caller's Graph token opens no other API, and there is nothing to exchange. */
export function unreachableTools({ auth, policy }: AppConfig, declared: Declarations): readonly string[] {
  if (auth.tokenMode === 'obo') return [];
  const { tools, ...definitions } = withBuiltIn(declared);
  const catalog = new ToolCatalog(tools, policy, definitions);
  return catalog.enabled
    .filter(({ requiredScopes }) => requiredScopes.some((scope) => catalog.resourceOf(scope) !== undefined))
    .map(({ name }) => `TOKEN_MODE is wrong: ${name} needs another API than Microsoft Graph, use obo or DENIED_TOOLS`);
}
