import type { Caller } from '@app/domain';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type passport from 'passport';
import { AuthConfig } from '../auth-config.js';
import { readBearer } from '../bearer/bearer-header.js';
import { toPerson } from '../bearer/entra-claims.js';
import { readHints } from '../bearer/unverified-claims.js';
import { Clock } from '../common/clock.js';
import { type LimitedRequest, withinRequest } from '../common/deadline.js';
import { graphResource, isGraphAudience } from '../common/graph-resource.js';
import { AuthError } from '../error/auth-error.js';
import { GraphProbe } from './graph-probe.js';

/**
 * `TOKEN_MODE=passthrough`: the caller brings their own Graph token. What it says of itself can only refuse; Graph, which
 * alone can verify it, decides.
 */
@Injectable()
export class GraphTokenStrategy implements passport.Strategy {
  /** Passport runs a strategy as the prototype of another object, which has no access to #private members. */
  readonly identify: (request: Request & LimitedRequest) => Promise<Caller>;

  constructor(config: AuthConfig, probe: GraphProbe, clock: Clock) {
    this.identify = async (request) => {
      const token = readBearer(request);
      const hinted = readHinted(token, config, clock);
      const objectId = await withinRequest(probe.objectIdOf(token, hinted), request, 'graph_unavailable');
      if (objectId.toLowerCase() !== hinted.objectId) throw new AuthError('refused_by_graph');
      return { ...hinted, verifiedBy: 'graph' };
    };
  }

  authenticate(this: passport.StrategyCreated<GraphTokenStrategy>, request: Request): void {
    this.identify(request).then(
      (caller) => this.success(caller),
      (refusal: unknown) => this.error(refusal),
    );
  }
}

function readHinted(token: string, config: AuthConfig, clock: Clock): Caller {
  const { claims } = readHints(token);
  if (isGraphAudience(claims.aud, config)) return toPerson(claims, token, config, clock.now());
  throw new AuthError('wrong_audience', {
    description: `The token is not for Microsoft Graph. This server passes the caller's own Graph token on: request scopes of Graph, as ${graphResource(config)}/User.Read.`,
  });
}
