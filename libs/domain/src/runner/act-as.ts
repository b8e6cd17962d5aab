import type { Caller } from '../call/caller.js';
import type { ToolCatalog } from '../catalog/catalog.js';
import { DomainError } from '../errors/domain-error.js';
import type { UserTokenProvider, UserTokenRequest } from '../ports/user-token-provider.port.js';
import type { Scope } from '../scopes/scope-definitions.js';
import { canDoOtherwise } from '../policy/decision.js';
import { isGranted, missingScopes } from '../scopes/scopes.js';
import type { Primitive } from '../primitive/primitive.js';
import type { ToolContext } from '../tool/tool.js';
import type { CallTrace } from './call-trace.js';
import { type CallLimits, type Surroundings, UserContext } from '../call/user-context.js';

/** What one call is served with. */
export interface Serving {
  readonly caller: Caller;
  readonly limits: CallLimits;
  readonly trace?: CallTrace;
}

type Users = Pick<ToolContext, 'user' | 'userAt'>;

/**
 * The caller's tokens for a tool, a prompt or a resource, one for each API whose scopes it declares. Asks for the optional scopes too where the
 * caller has them, and does without where their consent is missing.
 */
export async function actAs(
  primitive: Primitive,
  serving: Serving,
  catalog: ToolCatalog,
  tokens: UserTokenProvider,
): Promise<Users> {
  const optional = catalog.optionalScopesOf(primitive).filter((scope) => isGranted(serving.caller.scopes, scope));
  const asWith = (scopes: readonly Scope[]) => usersOf(byResource(scopes, catalog), serving, catalog, tokens);
  const ways = waysOf(primitive, serving.caller.scopes, optional);
  let failure: unknown;
  for (const scopes of ways) {
    try {
      return await asWith(scopes);
    } catch (error) {
      if (!isMissingConsent(error)) throw error;
      failure = failure === undefined || scopes === primitive.requiredScopes ? error : failure;
    }
  }
  throw failure;
}

/** The scopes to ask for, best first: all that are of use, the required ones, those that do in their place. */
function waysOf(
  primitive: Primitive,
  granted: readonly string[],
  optional: readonly Scope[],
): readonly (readonly Scope[])[] {
  const { requiredScopes, scopesInstead = [] } = primitive;
  const instead = canDoOtherwise(primitive, granted) ? [scopesInstead] : [];
  if (missingScopes(granted, requiredScopes).length > 0) return instead.length > 0 ? instead : [requiredScopes];
  return [...(optional.length > 0 ? [[...requiredScopes, ...optional]] : []), requiredScopes, ...instead];
}

/** By App ID URI; those of Microsoft Graph, which is the first wherever it is asked, under undefined. */
type ByResource = ReadonlyMap<string | undefined, readonly Scope[]>;

function byResource(scopes: readonly Scope[], catalog: ToolCatalog): ByResource {
  const resources = [...new Set(scopes.map((scope) => catalog.resourceOf(scope)))];
  const graphFirst = resources.includes(undefined) || resources.length === 0 ? [undefined, ...resources] : resources;
  return new Map(
    graphFirst.map((resource) => [resource, scopes.filter((scope) => catalog.resourceOf(scope) === resource)]),
  );
}

async function usersOf(
  wanted: ByResource,
  serving: Serving,
  catalog: ToolCatalog,
  tokens: UserTokenProvider,
): Promise<Users> {
  const granted = [...wanted.values()].flat();
  if (serving.trace) serving.trace.scopes = granted;
  const at = (resource: string) => userAt(resource);
  const users = new Map(
    await Promise.all(
      [...wanted].map(async ([resource, scopes]) => {
        const request = { resource, scopes: [...new Set(scopes.map((scope) => catalog.valueOf(scope)))] };
        return [resource, await userOf(request, serving, tokens, { granted, at })] as const;
      }),
    ),
  );
  const userAt = (resource: string | undefined) => {
    const user = users.get(resource);
    if (!user) throw new Error(`The tool declares no scope of ${resource}.`);
    return user;
  };
  return { user: userAt([...users.keys()][0]), userAt };
}

async function userOf(
  wanted: Pick<UserTokenRequest, 'resource' | 'scopes'>,
  { caller, limits, trace }: Serving,
  tokens: UserTokenProvider,
  call: Pick<Surroundings, 'granted' | 'at'>,
): Promise<UserContext> {
  const request = { ...wanted, caller, limits };
  return new UserContext(caller, await tokens.tokenFor(request), wanted.scopes, limits, {
    ...call,
    trace,
    renew: (refused) => tokens.tokenFor({ ...request, refused }),
  });
}

function isMissingConsent(error: unknown): boolean {
  return error instanceof DomainError && (error.code === 'consent_required' || error.code === 'admin_consent_required');
}
