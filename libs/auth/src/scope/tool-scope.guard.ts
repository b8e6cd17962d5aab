import { type Caller, ToolCatalog } from '@app/domain';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AuthConfig } from '../auth-config.js';
import { AuthError } from '../error/auth-error.js';
import { type UsedPrimitive, usedPrimitives } from './used-primitives.js';

/**
 * 403 when the caller lacks a scope that a called tool, or a prompt or resource, declares. Must run after BearerGuard and
 * the body parser. Only scopes: a missing role or a tool that is off is no challenge, because no other token would fix it.
 * That, and what cannot be read here, the domain's runners refuse; they ask the catalog too.
 */
@Injectable()
export class ToolScopeGuard implements CanActivate {
  readonly #config: AuthConfig;
  readonly #catalog: ToolCatalog;

  constructor(config: AuthConfig, catalog: ToolCatalog) {
    this.#config = config;
    this.#catalog = catalog;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request & { user?: Caller }>();
    const caller = request.user;
    if (!caller) throw new AuthError('token_missing');
    const refused = usedPrimitives(request.body, this.#catalog).filter((used) => this.#lacksScope(caller, used));
    if (refused.length === 0 || this.#config.denialMode === 'tool_error') return true;
    throw this.#insufficientScope(caller, refused);
  }

  #lacksScope(caller: Caller, { primitive }: UsedPrimitive): boolean {
    const decision = this.#catalog.decideOn(caller, primitive);
    return !decision.allowed && decision.code === 'insufficient_scope';
  }

  /** Names what the call needs and, for clients that request exactly what a challenge names, what was granted already. */
  #insufficientScope(caller: Caller, refused: readonly UsedPrimitive[]): AuthError {
    const needed = refused.flatMap(({ primitive }) => primitive.requiredScopes);
    const known: readonly string[] = this.#catalog.scopes;
    const granted = caller.scopes.filter((scope) => known.includes(scope));
    const names = [...new Set(refused.map(({ primitive }) => primitive.name))];
    return new AuthError('insufficient_scope', {
      description: `${names.join(', ')} needs ${[...new Set(needed)].join(', ')}. Sign in again and consent to the named scopes.`,
      scopes: [...new Set([...needed, ...granted])],
      used: {
        tool: namesOf(refused, 'tool'),
        prompt: namesOf(refused, 'prompt'),
        resource: namesOf(refused, 'resource'),
      },
    });
  }
}

function namesOf(used: readonly UsedPrimitive[], kind: UsedPrimitive['kind']): string | undefined {
  const names = used.filter((one) => one.kind === kind).map(({ primitive }) => primitive.name);
  return names.length === 0 ? undefined : [...new Set(names)].join(' ');
}
