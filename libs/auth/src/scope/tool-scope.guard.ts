import { type Caller, type Decision, type Tool, ToolCatalog } from '@app/domain';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AuthConfig } from '../auth-config.js';
import { AuthError } from '../error/auth-error.js';
import { calledTools } from './called-tools.js';

/**
 * 403 when the caller lacks a scope that a called tool declares. Must run after BearerGuard and the body parser.
 * Only scopes: a missing role or a tool that is off is no challenge, because no other token would fix it. That, and
 * what cannot be read here, the domain's ToolRunner refuses; it asks the catalog too.
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
    const refused = calledTools(request.body)
      .map((name) => this.#catalog.decide(caller, name))
      .filter(lacksScope)
      .map(({ tool }) => tool);
    if (refused.length === 0 || this.#config.denialMode === 'tool_error') return true;
    throw this.#insufficientScope(caller, refused);
  }

  /** Names what the call needs and, for clients that request exactly what a challenge names, what was granted already. */
  #insufficientScope(caller: Caller, tools: readonly Tool[]): AuthError {
    const needed = tools.flatMap((tool) => tool.requiredScopes);
    const known: readonly string[] = this.#catalog.scopes;
    const granted = caller.scopes.filter((scope) => known.includes(scope));
    const names = [...new Set(tools.map((tool) => tool.name))];
    return new AuthError('insufficient_scope', {
      description: `${names.join(', ')} needs ${[...new Set(needed)].join(', ')}. Sign in again and consent to the scopes named.`,
      scopes: [...new Set([...needed, ...granted])],
      tools: names,
    });
  }
}

type LackingScope = Extract<Decision, { code: 'insufficient_scope' }>;

function lacksScope(decision: Decision): decision is LackingScope {
  return !decision.allowed && decision.code === 'insufficient_scope';
}
