import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type SecretOrKeyProvider, Strategy, type VerifiedCallback } from 'passport-jwt';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { type LimitedRequest, withinRequest } from '../common/deadline.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { readBearer } from './bearer-header.js';
import { type Claims, toCaller } from './entra-claims.js';
import { findTokenKey, type TokenKey } from './token-key.js';
import { VerifiedTokens } from './verified-tokens.js';

/** The keys that requests being verified were given. */
type GivenKeys = WeakMap<Request, TokenKey>;

/** `TOKEN_MODE=obo`: verifies an Entra access token for this API with the keys its tenant publishes. */
@Injectable()
export class EntraTokenStrategy extends Strategy {
  constructor(config: AuthConfig, keys: SigningKeys, clock: Clock, verified: VerifiedTokens) {
    const given: GivenKeys = new WeakMap();
    const verify = (request: Request, claims: Claims, done: VerifiedCallback) => {
      try {
        const token = readBearer(request);
        const caller = toCaller(claims, token, config, clock.now());
        const by = given.get(request);
        if (by) verified.keep(token, { claims, ...by });
        done(null, caller);
      } catch (refusal) {
        done(refusal, false);
      }
    };
    super(
      {
        jwtFromRequest: readBearer,
        algorithms: ['RS256'],
        secretOrKeyProvider: keyProvider(config, keys, given),
        // Time is judged in `toCaller`, with our clock and our reasons.
        jsonWebTokenOptions: { ignoreNotBefore: true },
        ignoreExpiration: true,
        passReqToCallback: true,
      },
      verify,
    );
  }
}

function keyProvider(config: AuthConfig, keys: SigningKeys, given: GivenKeys): SecretOrKeyProvider<Request> {
  return (request: Request & LimitedRequest, token: string, done) => {
    const found = withinRequest(findTokenKey(token, config, keys), request, 'keys_unavailable');
    const give = (by: TokenKey) => {
      given.set(request, by);
      // jsonwebtoken, to which passport-jwt hands it, takes a KeyObject; passport-jwt's types do not know.
      done(null, by.key as unknown as string);
    };
    found.then(give, done);
  };
}
