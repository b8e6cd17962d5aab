import type { Caller } from '@app/domain';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { AuthRefusal } from '../refusal/auth-refusal.js';
import { readBearer } from './bearer-header.js';

/** Lets a request in as the person whose token it brought, on `request.user`; anyone else gets an AuthRefusal. */
@Injectable()
export class BearerGuard extends AuthGuard() {
  override canActivate(context: ExecutionContext) {
    readBearer(context.switchToHttp().getRequest<Request>());
    return super.canActivate(context);
  }

  /** Passport's verdict: an error, a caller, or `false` with the reason in `info`. */
  override handleRequest<User = Caller>(error: unknown, caller: User | false | null, info: unknown): User {
    if (error) throw error;
    if (caller) return caller;
    throw toRefusal(info);
  }
}

/** Anything that is not our own refusal is jsonwebtoken's (passport-jwt knows no other), and its texts are not for callers. */
function toRefusal(reason: unknown): AuthRefusal {
  if (reason instanceof AuthRefusal) return reason;
  const said = reason instanceof Error ? reason.message : '';
  return new AuthRefusal(said === 'invalid signature' ? 'bad_signature' : 'token_malformed', { cause: reason });
}
