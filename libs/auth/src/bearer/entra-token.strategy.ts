import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type SecretOrKeyProvider, Strategy, type VerifiedCallback } from 'passport-jwt';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { type LimitedRequest, withinRequest } from '../common/deadline.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { readBearer } from './bearer-header.js';
import { type Claims, toCaller } from './entra-claims.js';
import { findTokenKey } from './token-key.js';

/** `TOKEN_MODE=obo`: verifies an Entra access token for this API with the keys its tenant publishes. */
@Injectable()
export class EntraTokenStrategy extends Strategy {
  constructor(config: AuthConfig, keys: SigningKeys, clock: Clock) {
    const verify = (request: Request, claims: Claims, done: VerifiedCallback) => {
      try {
        done(null, toCaller(claims, readBearer(request), config, clock.now()));
      } catch (refusal) {
        done(refusal, false);
      }
    };
    super(
      {
        jwtFromRequest: readBearer,
        algorithms: ['RS256'],
        secretOrKeyProvider: keyProvider(config, keys),
        // Time is judged in `toCaller`, with our clock and our reasons.
        jsonWebTokenOptions: { ignoreNotBefore: true },
        ignoreExpiration: true,
        passReqToCallback: true,
      },
      verify,
    );
  }
}

function keyProvider(config: AuthConfig, keys: SigningKeys): SecretOrKeyProvider<Request> {
  return (request: Request & LimitedRequest, token: string, done) => {
    const key = withinRequest(findTokenKey(token, config, keys), request, 'keys_unavailable');
    // jsonwebtoken, to which passport-jwt hands it, takes a KeyObject; passport-jwt's types do not know.
    key.then((found) => done(null, found as unknown as string), done);
  };
}
