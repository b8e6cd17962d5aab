import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { KeyObject } from 'node:crypto';
import { type SecretOrKeyProvider, Strategy, type VerifiedCallback } from 'passport-jwt';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { AuthError } from '../error/auth-error.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { readBearer } from './bearer-header.js';
import { allowedTenant, type Claims, assertForThisApi, toCaller } from './entra-claims.js';
import { readHints } from './unverified-claims.js';

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
  return (_request, token: string, done) => {
    // jsonwebtoken, to which passport-jwt hands it, takes a KeyObject; passport-jwt's types do not know.
    findKey(token, config, keys).then((key) => done(null, key as unknown as string), done);
  };
}

/** Refuses first what needs no key; what the token says of itself decides here only whose published keys are looked at. */
async function findKey(token: string, config: AuthConfig, keys: SigningKeys): Promise<KeyObject> {
  const { header, claims } = readHints(token);
  if (header.alg !== 'RS256') throw new AuthError('algorithm_not_allowed');
  // `crit` names extensions a verifier must understand (RFC 7515 section 4.1.11); jsonwebtoken ignores it.
  if (typeof header.kid !== 'string' || header.crit !== undefined) throw new AuthError('token_malformed');
  if (claims.ver !== '1.0' && claims.ver !== '2.0') throw new AuthError('token_malformed');
  assertForThisApi(claims.aud, config);
  const tenantId = allowedTenant(claims.tid, config);
  return keys.find({ tenantId, version: claims.ver, kid: header.kid, issuer: claims.iss });
}
