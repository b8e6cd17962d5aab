import type { Caller } from '@app/domain';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, AuthModuleOptions } from '@nestjs/passport';
import type { Request } from 'express';
import { AuthError } from '../error/auth-error.js';
import { readBearer } from './bearer-header.js';
import { VerifiedTokens } from './verified-tokens.js';

/** Lets a request in as the person whose token it brought, on `request.user`; anyone else gets an AuthError. */
@Injectable()
export class BearerGuard extends AuthGuard() {
  readonly #verified: VerifiedTokens;

  constructor(options: AuthModuleOptions, verified: VerifiedTokens) {
    super(options);
    this.#verified = verified;
  }

  override canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = this.#verified.callerOf(readBearer(request));
    if (caller === undefined) return super.canActivate(context);
    Object.assign(request, { user: caller });
    return true;
  }

  /** Passport's verdict: an error, a caller, or `false` with the reason in `info`. */
  override handleRequest<User = Caller>(error: unknown, caller: User | false | null, info: unknown): User {
    if (error) throw error;
    if (caller) return caller;
    throw toAuthError(info);
  }
}

/** Anything that is not our own refusal is jsonwebtoken's (passport-jwt knows no other), and its texts are not for callers. */
function toAuthError(reason: unknown): AuthError {
  if (reason instanceof AuthError) return reason;
  const said = reason instanceof Error ? reason.message : '';
  return new AuthError(said === 'invalid signature' ? 'bad_signature' : 'token_malformed', { cause: reason });
}
